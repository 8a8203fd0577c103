import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { findBrowser } from '../browser/find.ts';
import { headlessFlags } from '../browser/flags.ts';

const DRAWING = new URL('../../docs/images/icon.svg', import.meta.url);

/** Draws the icon as a square PNG. @param size in pixels */
export async function drawIcon(path: string, size: number): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: headlessFlags(),
  });
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const drawing = readFileSync(DRAWING, 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  await page.screenshot({ path, omitBackground: true });
  await browser.close();
}
