import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { killBrowser } from '../harness/kill.ts';
import { launch } from '../harness/launch.ts';
import { SITE, takeNetwork } from '../harness/network.ts';
import { openPopup } from '../harness/popup.ts';
import { openPrivatePage } from '../harness/private.ts';
import { reloadExtension } from '../harness/reloading.ts';
import { surfaceOf } from '../harness/surface.ts';
import { until } from '../harness/until.ts';
import { stopWorker } from '../harness/worker.ts';
import type { Browser, StartOptions, Tab } from './browser.ts';

/** Chromium, driven by Playwright. */
export async function startChromium(options: StartOptions = {}): Promise<Browser> {
  const asterism = await launch(options);
  const { context } = asterism;
  const network = await takeNetwork(context, options.withoutLoopback);

  async function openAt(address: string): Promise<Tab> {
    const page = await context.newPage();
    await page.goto(address);
    return tabOf(page);
  }

  const openOwn = (path: string): Promise<Tab> =>
    openAt(`chrome-extension://${asterism.extensionId}/${path}`);

  return {
    serve: network.serve,
    refused: network.refused,
    open: (path) => openAt(SITE + path),
    openOwn,
    openBare: () => openOwn('manifest.json'),
    async opened(path) {
      const page = await until(`a tab with ${path}`, () =>
        context.pages().find((one) => new URL(one.url()).pathname === `/${path}`),
      );
      return tabOf(page);
    },
    async openPrivately(path) {
      if (!options.privately) throw new Error('Start it with `privately`.');
      return tabOf(await openPrivatePage(asterism, SITE + path));
    },
    async openPopup() {
      const popup = await openPopup(asterism);
      return { ...popup, evaluate: async <R>(code: string) => (await popup.evaluate(code)) as R }; // what the caller expects
    },
    async stopBackground() {
      const front = await frontOf(context.pages());
      await stopWorker(asterism);
      await front?.bringToFront();
    },
    update: () => reloadExtension(asterism),
    kill: () => killBrowser(asterism),
    problems: async () => asterism.problems,
    async closeTabs() {
      const [, ...opened] = context.pages();
      await Promise.all(opened.map((page) => page.close()));
    },
    close: asterism.close,
  };
}

/** The page that a reader sees. */
async function frontOf(pages: readonly Page[]): Promise<Page | undefined> {
  for (const page of pages) {
    if (await page.evaluate(() => document.visibilityState === 'visible')) return page;
  }
  return undefined;
}

async function tabOf(page: Page): Promise<Tab> {
  return {
    ...(await surfaceOf(page)),
    evaluate: <R>(expression: string) => page.evaluate<R>(expression),
    async go(address) {
      await page.goto(address);
    },
    async reload() {
      await page.reload();
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    moveMouse: (x, y) => page.mouse.move(x, y),
    toFront: () => page.bringToFront(),
    close: () => page.close(),
    async chooseFile(name, content) {
      const buffer = Buffer.from(content);
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
    },
    async download(act) {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      const text = readFileSync(await download.path(), 'utf8');
      return { name: download.suggestedFilename(), text };
    },
  };
}
