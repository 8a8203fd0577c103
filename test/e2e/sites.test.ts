import { expect, test } from 'vitest';
import { expectStar, findStars, toggleStar } from './drive/card.ts';
import { browsing } from './harness/browsing.ts';
import { ownPage } from './harness/network.ts';
import { surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

const LIST = 'https://arxiv.org/list/cs.CL/new';
const PAPER = 'https://ar5iv.labs.arxiv.org/html/2604.90002';
const TITLE = 'Trees that Search Themselves';

const here = browsing({
  [LIST]: ownPage('arxivList.html'),
  [PAPER]: ownPage('ar5iv.html'),
  'https://ar5iv.labs.arxiv.org/': '<h1>ar5iv</h1>',
  '/datasets/north-harbor-ai/many-sentences': ownPage('dataset.html'),
  '/papers/2604.90401': ownPage('paper.html'),
});

async function visit(address: string) {
  const page = await here.asterism.context.newPage();
  await page.goto(address);
  return { page, surface: await surfaceOf(page) };
}

test('a paper starred in a list of one site is starred on its page of another', async () => {
  const list = await visit(LIST);
  await until('two stars', async () => (await findStars(list.surface)).length === 2 || undefined);
  await toggleStar(list.surface, TITLE);
  await expectStar(list.surface, TITLE, true);
  const paper = await visit(PAPER);
  await expectStar(paper.surface, TITLE, true);
  await toggleStar(paper.surface, TITLE);
  await expectStar(list.surface, TITLE, false);
});

test('a tile beside a dataset is starred, and so is the page that it leads to', async () => {
  const tiles = await visit('https://huggingface.co/datasets/north-harbor-ai/many-sentences');
  await until('two stars', async () => (await findStars(tiles.surface)).length === 2 || undefined);
  await toggleStar(tiles.surface, 'Reading Slowly');
  expect(tiles.page.url()).toContain('/datasets/'); // the tile is a link
  const paper = await visit('https://huggingface.co/papers/2604.90401');
  await expectStar(paper.surface, 'Reading Slowly', true);
  await expect.poll(() => findStars(paper.surface)).toHaveLength(1);
});

test('a paper page has one control, and nothing of it moves', async () => {
  const { page, surface } = await visit(PAPER);
  await until('the star', async () => (await findStars(surface)).length === 1 || undefined);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(
            list.getEntries().reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0),
          );
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 300);
      }),
  );
  expect(shift).toBe(0);
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBe(clientWidth);
});

test('controls follow the scheme of the site, whatever the system has', async () => {
  const { page, surface } = await visit(PAPER);
  await page.emulateMedia({ colorScheme: 'dark' });
  await until('the star', async () => (await findStars(surface)).length === 1 || undefined);
  const scheme = () =>
    page.locator('[data-asterism]').evaluate((host) => getComputedStyle(host).colorScheme);
  await expect.poll(() => scheme()).toBe('light');
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await expect.poll(() => scheme()).toBe('dark');
});

test('a page of the site that is not a paper gets nothing', async () => {
  const { page, surface } = await visit('https://ar5iv.labs.arxiv.org/');
  await page.waitForTimeout(500);
  expect(await findStars(surface)).toEqual([]);
  expect(await page.locator('[data-asterism]').count()).toBe(0);
});
