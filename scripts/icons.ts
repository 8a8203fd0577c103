// Draws the extension's icons from docs/images/icon.svg: `node scripts/icons.ts`. Run it after the drawing has changed.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findBrowser } from './browser/find.ts';
import { headlessFlags } from './browser/flags.ts';

const SIZES = [16, 32, 48, 96, 128];
const root = fileURLToPath(new URL('..', import.meta.url));
const drawing = readFileSync(`${root}docs/images/icon.svg`, 'utf8');

mkdirSync(`${root}public/icon`, { recursive: true });
const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: headlessFlags(),
});
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  await page.screenshot({ path: `${root}public/icon/${size}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
