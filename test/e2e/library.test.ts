import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  expectCount,
  expectTitles,
  fillLibrary,
  gridOf,
  openLibraryTab,
  rowOf,
  searchLibrary,
  starred,
  toggleFacet,
} from './drive/library.ts';
import { named } from './drive/names.ts';
import { press } from './drive/popup.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { openPopup, openPopupTab } from './harness/popup.ts';
import { screen } from './harness/screens.ts';

let asterism: Asterism;

beforeAll(async () => {
  asterism = await launch();
  const page = await openPopupTab(asterism);
  await fillLibrary(page, [
    ...Array.from({ length: 300 }, (_, n) => starred(n, `Paper ${n}`)),
    starred(400, 'Tree Search', { tags: ['rl'], publishedAt: '2024-05-01', status: 'to-read' }),
    starred(401, '强化学习综述', { tags: ['rl', 'survey'], publishedAt: '2025-02-03' }),
    starred(402, 'Łukasz on Trees', { publishedAt: '2024-01-01', note: 'Read **section 3**.' }),
  ]);
  await page.close();
});
afterEach(async () => {
  const [, ...pages] = asterism.context.pages();
  await Promise.all(pages.map((page) => page.close()));
});
afterAll(() => asterism?.close());

const selected = (page: Page): Promise<number> =>
  gridOf(page).locator('[aria-selected="true"]').count();

test('the popup opens the library', async () => {
  const popup = await openPopup(asterism);
  const opened = asterism.context.waitForEvent('page');
  await press(popup, named('openLibrary'));
  const page = await opened;
  await expectTitles(page, ['Łukasz on Trees', '强化学习综述', 'Tree Search', 'Paper 299']);
  await expectCount(page, 303);
});

test('a search, a facet and a paper are in the address: back, reload and another tab find them again', async () => {
  const page = await openLibraryTab(asterism);
  await searchLibrary(page, 'tree OR 学习');
  await expectTitles(page, ['Łukasz on Trees', '强化学习综述', 'Tree Search']);
  await toggleFacet(page, named('facetYear'), '2024');
  await expectTitles(page, ['Łukasz on Trees', 'Tree Search']);
  await expectCount(page, 2);
  await rowOf(page, 'Tree Search').click();
  await page.getByRole('heading', { name: 'Tree Search' }).waitFor();
  // An address is not written with every key, but soon after the last.
  await expect.poll(() => page.url()).toContain('paper=arxiv%3A2501.10400');

  await page.reload();
  await expectCount(page, 2);
  await page.getByRole('heading', { name: 'Tree Search' }).waitFor();
  const other = await openLibraryTab(asterism, new URL(page.url()).hash);
  await expectTitles(other, ['Łukasz on Trees', 'Tree Search']);
  await other.close();

  await page.goBack();
  await expectCount(page, 3);
  await page.goBack();
  await expectCount(page, 303);
});

test('many are selected, tagged in one step, and that is taken back', async () => {
  const page = await openLibraryTab(asterism);
  await searchLibrary(page, 'paper');
  await expectCount(page, 300);
  await page.keyboard.press('Control+a');
  await page.getByText(named('selected_other', '', '300')).waitFor();
  await page.keyboard.press('t');
  const field = page.getByRole('dialog').getByRole('combobox', { name: named('tagsLabel') });
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type('bulk');
  await page.keyboard.press('Enter');
  await page.getByText(named('bulkTagged_other', '300', 'bulk')).waitFor();
  await page.keyboard.press('Escape');

  await searchLibrary(page, 'tag:bulk');
  await expectCount(page, 300);
  await page.getByRole('button', { name: named('undo'), exact: true }).click();
  await page.getByText(named('noMatchTitle')).waitFor();
});

test('a click, Shift and a click, and Delete: a few go, and come back', async () => {
  const page = await openLibraryTab(asterism);
  await expectCount(page, 303);
  await rowOf(page, 'Tree Search').click({ modifiers: ['ControlOrMeta'] });
  await rowOf(page, 'Łukasz').click({ modifiers: ['Shift'] });
  await expect.poll(() => selected(page)).toBe(3);
  await page.keyboard.press('Delete');
  await page.getByText(named('bulkRemoved_other', '3')).waitFor();
  await expectCount(page, 300);
  await page.keyboard.press('ControlOrMeta+z');
  await expectCount(page, 303);
  await expectTitles(page, ['Łukasz on Trees', '强化学习综述', 'Tree Search']);
});

test('one goes through what is unread by keyboard; another tab shows it', async () => {
  const page = await openLibraryTab(asterism, '#/?q=is:to-read');
  const other = await openLibraryTab(asterism);
  await page.bringToFront();
  await expectTitles(page, ['Tree Search']);
  await page.keyboard.press('j');
  await page.keyboard.press('3');
  await expect.poll(() => rowOf(other, 'Tree Search').textContent()).toContain(named('statusRead'));
  await expectTitles(page, ['Tree Search']); // it stays until another search
  await page.keyboard.press('ControlOrMeta+z');
  await expect
    .poll(() => rowOf(other, 'Tree Search').textContent())
    .toContain(named('statusToRead'));
});

test('beside a page it is the same in one column', async () => {
  const page = await openLibraryTab(asterism, '#/', { width: 360, height: 700 });
  await expectCount(page, 303);
  await gridOf(page).getByText('Tree Search').click();
  await page.getByRole('heading', { name: 'Tree Search' }).waitFor();
  await screen(page, 'library-pane', { width: 360 });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: named('showFilters') }).click();
  await toggleFacet(page, named('facetTag'), 'rl');
  await page.keyboard.press('Escape');
  await expectTitles(page, ['强化学习综述', 'Tree Search']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('none of it made an error anywhere', () => {
  expect(asterism.problems).toEqual([]);
});
