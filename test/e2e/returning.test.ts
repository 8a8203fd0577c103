import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStar, titlesOnCards, toggleStar } from './drive/card.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { surfaceOf } from './harness/surface.ts';

let asterism: Asterism;

beforeAll(async () => {
  asterism = await launch({ cachesPages: true });
  const network = await takeNetwork(asterism.context);
  const page = listing(['First on the card', 'Second on the card']);
  const [, paper = ''] = /href="([^"]+)"/.exec(page) ?? [];
  network.serve({ '/papers': page, [paper]: '<!doctype html><h1>The paper</h1>' });
});
afterAll(() => asterism?.close());

test('back from a paper, on the listing as the browser kept it, every card has its control, up to date', async () => {
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const cards = await surfaceOf(page);
  const [first = '', second = ''] = await titlesOnCards(cards, 2);
  await toggleStar(cards, first);
  await page.evaluate('window.isKept = true');
  await page.getByText(first).click();
  await page.getByText('The paper').waitFor();

  const other = await asterism.context.newPage();
  await other.goto(`${SITE}/papers`);
  await toggleStar(await surfaceOf(other), second);
  await other.close();

  await page.goBack({ waitUntil: 'commit' }); // a page that was kept does not load
  expect(await page.evaluate('window.isKept')).toBe(true);
  await expect.poll(() => titlesOnCards(cards, 2)).toEqual([first, second]);
  await expectStar(cards, first, true);
  await expectStar(cards, second, true);
  expect(asterism.problems).toEqual([]);
});

test('a link that loads nothing, as one to write a letter, leaves the controls where they are', async () => {
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const cards = await surfaceOf(page);
  await titlesOnCards(cards, 2);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'mailto:somebody@example.com';
    document.body.append(link);
    link.click();
  });
  await page.waitForTimeout(500);
  await expect.poll(() => page.locator('article > [data-asterism=card]').count()).toBe(2);
  await page.close();
});
