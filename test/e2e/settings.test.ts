import type { Locator } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { boxOf } from './drive/boxes.ts';
import { titlesOnCards } from './drive/card.ts';
import { named } from './drive/names.ts';
import { findControl } from './harness/controls.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { ownPage, SITE, takeNetwork } from './harness/network.ts';
import { surfaceOf } from './harness/surface.ts';

// The settings: every part of them has an address, and what they say of looks holds for all our pages.

let asterism: Asterism;
beforeAll(async () => {
  asterism = await launch();
});
afterEach(async () => {
  const [, ...pages] = asterism.context.pages();
  await Promise.all(pages.map((page) => page.close()));
});
afterAll(() => asterism?.close());

const addressOf = (path: string): string => `chrome-extension://${asterism.extensionId}/${path}`;

test.each([
  'import-export',
  'backup',
  'sync',
  'history',
  'watch-words',
  'keyboard',
  'appearance',
  'privacy',
])('#%s is an address: the page opens there, and its list says so', async (section) => {
  const page = await asterism.context.newPage();
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto(addressOf(`options.html#${section}`));
  const list = page.getByRole('navigation', { name: named('settingsSections') });
  await expect.poll(() => list.locator('[aria-current]').getAttribute('href')).toBe(`#${section}`);
  const top = async (of: Locator): Promise<number | undefined> => (await of.boundingBox())?.y;
  const begins = () => top(page.locator(`section#${section}`));
  await expect.poll(begins).toSatisfy((y) => y >= 0 && y < 600);
  await expect.poll(() => top(list)).toBe(0); // it stays
});

test('there is a way back to the library, and one to each part', async () => {
  const page = await asterism.context.newPage();
  await page.goto(addressOf('options.html'));
  await page.getByRole('link', { name: named('appearanceHeading') }).click();
  await page.getByRole('heading', { name: named('appearanceHeading') }).waitFor();
  await expect.poll(() => new URL(page.url()).hash).toBe('#appearance');
  await page.getByRole('link', { name: named('toLibrary') }).click();
  await page.waitForURL(addressOf('library.html'));
});

test('a theme and a density hold at once in every page of ours, open or opened later', async () => {
  const library = await asterism.context.newPage();
  await library.emulateMedia({ colorScheme: 'light' });
  await library.goto(addressOf('library.html'));
  const page = await asterism.context.newPage();
  await page.goto(addressOf('options.html#appearance'));
  const schemeOf = (of: typeof page): Promise<string> =>
    of.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await expect.poll(() => schemeOf(library)).toBe('light dark');
  await page.getByLabel(named('themeDark'), { exact: true }).check();
  await page.getByLabel(named('densityCompact')).check();
  await expect.poll(() => schemeOf(page)).toBe('dark');
  await expect.poll(() => schemeOf(library)).toBe('dark');
  const popup = await asterism.context.newPage();
  await popup.goto(addressOf('popup.html'));
  await expect.poll(() => schemeOf(popup)).toBe('dark');
  const density = () => popup.evaluate(() => document.documentElement.dataset['density']);
  await expect.poll(density).toBe('compact');
  await library.emulateMedia({ media: 'print' });
  await expect.poll(() => schemeOf(library)).toBe('light'); // paper is white
  await page.getByLabel(named('themeSystem'), { exact: true }).check();
  await expect.poll(() => schemeOf(popup)).toBe('light dark');
});

test('after an update popup and library lead to what is new, until it was looked at', async () => {
  const page = await asterism.context.newPage();
  await page.goto(addressOf('library.html'));
  const link = page.getByRole('link', { name: named('whatsNewButton') });
  await page.getByRole('link', { name: named('welcomeAgain') }).waitFor();
  expect(await link.count()).toBe(0); // it has just been installed
  await page.evaluate(() => localStorage.setItem('settings.newsSeen', '"0.0.1"'));
  for (const path of ['library.html', 'popup.html']) {
    await page.goto(addressOf(path));
    await link.waitFor();
  }
  const opening = asterism.context.waitForEvent('page');
  await link.click();
  const settings = await opening;
  await expect.poll(() => settings.locator('#news li').count()).toBeGreaterThan(3);
  await expect.poll(() => settings.locator('#news').getAttribute('open')).not.toBeNull();
  for (const path of ['popup.html', 'library.html']) {
    await page.goto(addressOf(path));
    await page.getByRole('link', { name: named('welcomeAgain') }).waitFor();
    expect(await link.count()).toBe(0);
  }
});

test('the corner of the controls holds at once on pages that are open', async () => {
  const network = await takeNetwork(asterism.context);
  network.serve({ '/papers': ownPage('daily.html') });
  const listing = await asterism.context.newPage();
  await listing.goto(`${SITE}/papers`);
  const cards = await surfaceOf(listing);
  const [title = ''] = await titlesOnCards(cards);
  const leftOf = async (): Promise<number> => {
    const star = await findControl(cards, { role: 'button', name: named('starPaper', title) });
    return (await boxOf(cards, star)).left;
  };
  const before = await leftOf();
  const page = await asterism.context.newPage();
  await page.goto(addressOf('options.html#appearance'));
  await page.getByLabel(named('cornerRight'), { exact: true }).check();
  await expect.poll(leftOf).toBeGreaterThan(before + 100);
  await page.getByLabel(named('cornerLeft'), { exact: true }).check();
  await expect.poll(leftOf).toBe(before);
});
