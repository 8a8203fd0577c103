import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findStars, titlesOnCards } from './drive/card.ts';
import { fillLibrary, openLibraryTab, rowOf, starred } from './drive/library.ts';
import { openOptions } from './drive/options.ts';
import { cutTexts } from './harness/cutTexts.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { openPopupTab } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';

let asterism: Asterism;

const NOTE = Array.from({ length: 120 }, (_, n) => `Line ${n} of the note.`).join('\n\n');

beforeAll(async () => {
  asterism = await launch();
  const network = await takeNetwork(asterism.context);
  network.serve({ '/papers': listing(['First on the card', 'Second on the card']) });
  const page = await openPopupTab(asterism);
  await fillLibrary(page, [
    ...Array.from({ length: 60 }, (_, n) => starred(n, `Paper ${n}`)),
    starred(90, 'A paper with a long note', {
      tags: ['survey'],
      status: 'reading',
      note: NOTE,
      abstract: 'An abstract of some length. '.repeat(20),
    }),
  ]);
  await page.close();
});
afterEach(async () => {
  const [, ...pages] = asterism.context.pages();
  await Promise.all(pages.map((page) => page.close()));
});
afterAll(() => asterism?.close());

/** How many pages a page is on paper; none of their texts is cut. */
async function print(page: Page): Promise<number> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect.poll(() => page.evaluate(cutTexts)).toEqual([]);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  await expect.poll(height).toBeLessThan(20_000);
  const pdf = await page.pdf({ format: 'A4' });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
}

const seen = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

test('the paper that is open in the library is printed whole: all of its note, none of our buttons', async () => {
  const page = await openLibraryTab(asterism);
  await rowOf(page, 'A paper with a long note').click();
  await page.getByText('Line 119 of the note.').waitFor();
  expect(await print(page)).toBeGreaterThan(2);
  for (const said of ['A paper with a long note', 'Line 119', 'An abstract', 'survey', 'Reading']) {
    await expect.poll(() => seen(page)).toContain(said);
  }
  await expect.poll(() => seen(page)).not.toContain('Paper 59');
  await expect.poll(() => page.locator('button:visible:not(.star-button)').count()).toBe(0);
});

test('without a paper that is open, the rows in sight are printed one below the other', async () => {
  const page = await openLibraryTab(asterism);
  await rowOf(page, 'Paper 59').waitFor();
  expect(await print(page)).toBeLessThan(4);
  const tops = await page
    .locator('.grid-row:visible')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThan(10);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(tops.map(Math.round)).size).toBe(tops.length);
});

test('the reading list in a tab is printed without its fields and buttons', async () => {
  const page = await openPopupTab(asterism);
  await page.getByRole('listitem').first().waitFor();
  await print(page);
  await expect.poll(() => seen(page)).toContain('A paper with a long note');
  await expect.poll(() => page.getByRole('searchbox').isVisible()).toBe(false);
  await expect.poll(() => page.locator('.icon-button:visible').count()).toBe(0);
});

test('the settings are printed', async () => {
  const page = await openOptions(asterism);
  await page.getByText('61 papers').first().waitFor();
  expect(await print(page)).toBeGreaterThan(1);
});

test('a page of the site is printed as the site made it, without a trace of ours, and has its controls again on the screen', async () => {
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const cards = await surfaceOf(page);
  await titlesOnCards(cards, 2);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.locator('[data-asterism]:visible').count()).toBe(0);
  await expect.poll(() => page.locator('[data-asterism]').count()).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(() => findStars(cards)).toHaveLength(2);
  expect(asterism.problems).toEqual([]);
});
