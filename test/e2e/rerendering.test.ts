import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStar, showAllCards, titlesOnCards, toggleStar } from './drive/card.ts';
import { healthOf, watchHealth } from './harness/health.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { type Network, ownPage, SITE, takeNetwork } from './harness/network.ts';
import { type Surface, surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

let asterism: Asterism;
let network: Network;

beforeAll(async () => {
  asterism = await launch();
  network = await takeNetwork(asterism.context);
  await watchHealth(asterism.context);
  network.serve({
    '/papers': ownPage('daily.html'),
    '/papers/date/2026-04-15': ownPage('daily.html'),
    '/papers/date/2026-04-16': ownPage('daily.html'),
  });
});
afterAll(() => asterism?.close());

async function open(path: string): Promise<{ page: Page; cards: Surface }> {
  const page = await asterism.context.newPage();
  await page.goto(SITE + path);
  return { page, cards: await surfaceOf(page) };
}

/** How many of our elements there are, and in which articles. */
function controls(page: Page): Promise<number> {
  return page.locator('article > [data-asterism=card]').count();
}

async function titlesOfPage(page: Page): Promise<string[]> {
  const titles = await page.locator('article h3').allTextContents();
  return titles.map((title) => title.replace(/\s+/g, ' ').trim());
}

test('nothing is inserted before the framework has taken over, and then every card has its control, once', async () => {
  const { page, cards } = await open('/papers?hydrate=1500');
  await page.waitForTimeout(700);
  // On a busy machine the framework may have the page by now.
  const early = `window.hydrated ? 0 : document.querySelectorAll('[data-asterism=card]').length`;
  expect(await page.evaluate(early)).toBe(0);
  await showAllCards(page);
  const count = await page.locator('article').count();
  const titles = await titlesOnCards(cards, count);
  expect(titles).toEqual(await titlesOfPage(page));
  await expect.poll(() => controls(page)).toBe(count);
  expect(await page.evaluate('window.hydrationBroken ?? false')).toBe(false);
  expect((await healthOf(page)).layoutShift).toBeLessThanOrEqual(0.01);
  await page.close();
});

test('a change of day without a load: new cards get controls, reused ones those of their new paper', async () => {
  const { page, cards } = await open('/papers');
  await showAllCards(page);
  const today = await titlesOnCards(cards, await page.locator('article').count());
  const [first = ''] = today; // on the day before too, in another place
  await toggleStar(cards, first);
  await page.getByText('Previous', { exact: true }).click();
  await until('the controls of another day', async () => {
    const shown = JSON.stringify(await titlesOfPage(page));
    const isOther = shown !== JSON.stringify(today);
    return isOther && shown === JSON.stringify(await titlesOnCards(cards, 1)) ? true : undefined;
  });
  const before = await titlesOnCards(cards, 1);
  expect(before).toContain(first);
  for (const title of before) await expectStar(cards, title, title === first);
  await page.goBack();
  await until('the first day again', async () =>
    JSON.stringify(await titlesOnCards(cards, 1)) === JSON.stringify(today) ? true : undefined,
  );
  for (const title of today) await expectStar(cards, title, title === first);
  expect(await page.evaluate('window.hydrationBroken ?? false')).toBe(false);
  await page.close();
});

test('none of it made an error anywhere', () => {
  expect(asterism.problems).toEqual([]);
});
