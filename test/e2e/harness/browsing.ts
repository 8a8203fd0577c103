import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Asterism, launch } from './launch.ts';
import { type Network, type Pages, SITE, takeNetwork } from './network.ts';
import { type DevToolsSurface, surfaceOf } from './surface.ts';

/** A browser with the extension in it, and the site that it sees. */
export interface Browsing {
  asterism: Asterism;
  network: Network;
  /** Opens a page of the site in a new tab. */
  open(path: string): Promise<{ page: Page; cards: DevToolsSurface }>;
}

/** One browser for all tests of a file; what a test opens is closed after it. */
export function browsing(pages: Pages): Browsing {
  const here = { open } as Browsing; // the rest is there before any test

  async function open(path: string): Promise<{ page: Page; cards: DevToolsSurface }> {
    const page = await here.asterism.context.newPage();
    await page.goto(SITE + path);
    return { page, cards: await surfaceOf(page) };
  }

  beforeAll(async () => {
    here.asterism = await launch();
    here.network = await takeNetwork(here.asterism.context);
    here.network.serve(pages);
  });
  afterEach(async () => {
    const [, ...opened] = here.asterism.context.pages();
    await Promise.all(opened.map((page) => page.close()));
  });
  afterAll(() => here.asterism?.close());
  return here;
}
