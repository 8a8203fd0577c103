import type { Page } from 'playwright';
import { until } from '../e2e/harness/until.ts';
import { ROWS, type Told, watchPaints } from './inPage.ts';
import type { Stage } from './stage.ts';

/** A tab that tells when its rows are painted and when keys are answered. */
export async function watchedTab(stage: Stage, width?: number, height?: number): Promise<Page> {
  const page = await stage.tab(width, height);
  await page.addInitScript(watchPaints, ROWS);
  return page;
}

/** What a watched tab has told so far. */
export function toldBy(page: Page): Promise<Told> {
  return page.evaluate(() => Reflect.get(globalThis, 'told') as Told); // put there by watchPaints
}

/** Waits for the first rows of a watched tab, and gives when they were painted. */
export async function rowsPainted(page: Page): Promise<number> {
  return until(
    `rows of ${page.url()}`,
    async () => {
      const { rowsAt } = await toldBy(page);
      return rowsAt !== null && rowsAt > 0 ? rowsAt : undefined;
    },
    30_000,
  );
}

/** Milliseconds after which a page is taken to be quiet: on a busy machine Chromium may never call it idle. */
const NEVER_IDLE = 2_000;

/** Waits until a page has had nothing to do for a while. */
export async function quiet(page: Page, milliseconds = 300): Promise<void> {
  await page.evaluate(
    ([wait, timeout]) =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => setTimeout(resolve, wait), { timeout });
      }),
    [milliseconds, NEVER_IDLE] as const,
  );
}
