import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { showAllCards } from './drive/card.ts';
import { browsing } from './harness/browsing.ts';
import { differences, entriesOf, type Measured, measure, observe } from './harness/measuring.ts';
import { capturedPage, HAS_CAPTURES, SITE } from './harness/network.ts';
import { annotate, LIST, openSpied, PATH, SPYING_PAGES, untilShown } from './harness/spiedCards.ts';

// Whether a page can tell a card with an annotation from one without, by measuring all that it can, before and after.

const CAPTURES = [
  { file: 'search-2026-04-16.reconstructed.html', path: '/papers?q=tree%20search', count: 55 },
  { file: 'daily-2026-07-02.ssr.html', path: '/papers/date/2026-07-02', count: 31 },
  { file: 'daily-2026-09-28.hydrated.excerpt.html', path: '/papers/date/2026-09-28', count: 2 },
  { file: 'trending-2026-10-07.excerpt.html', path: '/papers/trending', count: 2 },
] as const;

const here = browsing({
  ...SPYING_PAGES,
  ...(HAS_CAPTURES
    ? Object.fromEntries(CAPTURES.map(({ file, path }) => [path, capturedPage(file)]))
    : {}),
});

async function all(page: Page, values: number): Promise<Measured> {
  return { ...(await observe(page)), ...(await measure(page, values)) };
}

/** Leaves the first cards in sight, whole, so that each of hundreds of layouts is a small one. */
async function showFirst(page: Page): Promise<void> {
  await showAllCards(page);
  await page.locator('article, #articles dt').evaluateAll((all) => {
    for (const card of all.slice(6)) (card as HTMLElement).style.display = 'none';
  });
}

/** Measures a page without annotations, with them, and once more after it was loaded again. */
async function compare(path: string, count: number, values: number): Promise<void> {
  const first = await openSpied(here, path, count);
  await showFirst(first.page);
  const unmeasured = await all(first.page, values);
  const without = await all(first.page, values);
  expect(Object.keys(without).length).toBeGreaterThan(120);
  // Under some values a page's own text is laid out otherwise the first time.
  const unsteady = differences(unmeasured, without);
  expect(unsteady.length, unsteady.join()).toBeLessThanOrEqual(4);
  const told = (now: Measured): string[] =>
    differences(without, now).filter((key) => !unsteady.includes(key));

  await annotate(first.page, true);
  await untilShown(first.cards, true);
  expect(told(await all(first.page, values))).toEqual([]);
  await first.page.close();
  const again = await openSpied(here, path, count);
  await showFirst(again.page);
  await untilShown(again.cards, true);
  expect(told(await all(again.page, values))).toEqual([]);
  await annotate(again.page, false);
  await again.page.close();
  expect(spiedOn()).toEqual([]);
}

const spiedOn = (): string[] =>
  here.network.refused.map(({ url }) => url).filter((url) => url.includes('/spy-property'));

test.each([PATH, LIST])(
  'nothing that a page can measure tells what is set, whatever it hands down (%s)',
  async (path) => {
    await compare(`${path}?plain`, 6, 5);
  },
  240_000,
);

describe.skipIf(!HAS_CAPTURES).each(CAPTURES)(
  '$file (needs the captured pages)',
  ({ path, count }) => {
    test('nothing that it can measure tells what is set, whatever it hands down', async () => {
      await compare(path, count, 1);
    }, 240_000);

    test('nothing that is painted or moved tells what is set', async () => {
      const without = await openSpied(here, path, count);
      const before = await entriesOf(without.page);
      await annotate(without.page, true);
      await untilShown(without.cards, true);
      expect(await entriesOf(without.page)).toEqual(before);
      await without.page.close();
      const { page, cards } = await openSpied(here, path, count);
      await untilShown(cards, true);
      // What the page itself paints first is another each time; nothing of ours has moved.
      const moved = (await entriesOf(page)).filter((entry) => entry.includes('layout-shift'));
      for (const entry of moved) expect(entry).not.toMatch(/\[null,\{/);
      await annotate(page, false);
      await page.close();
    });
  },
);

test('none of it made an error of ours anywhere', () => {
  const ours = here.asterism.problems.filter(
    (problem) => !problem.includes(`${SITE}/front/build/`),
  );
  expect(ours).toEqual([]);
});
