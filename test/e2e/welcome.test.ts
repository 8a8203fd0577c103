import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { named } from './drive/names.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { takeNetwork } from './harness/network.ts';
import { reloadExtension } from './harness/reloading.ts';
import { until } from './harness/until.ts';

// The first minute: one page that opens once, with a paper to try everything on.

const TITLE = 'Attention Is All You Need';

let asterism: Asterism;
let page: Page;

const welcomes = (): Page[] =>
  asterism.context.pages().filter((one) => one.url().endsWith('/welcome.html'));

beforeAll(async () => {
  asterism = await launch({ welcomes: true });
  await takeNetwork(asterism.context);
  page = await until('the page for new readers', () => welcomes()[0]);
});
afterAll(() => asterism?.close());

test('after the installation one page opens, and it names what there is to try', async () => {
  await expect.poll(() => page.title()).toBe(named('welcomeTitle'));
  await expect.poll(() => page.locator('.try-steps li').count()).toBe(4);
  expect(await page.locator('.try-steps [data-done=true]').count()).toBe(0);
});

test('a star, a tag, the list and the export are tried on a real paper, and ticked', async () => {
  await page.getByRole('button', { name: `Star paper: ${TITLE}` }).click();
  const tag = page.getByRole('combobox', { name: named('tagsLabel') });
  await tag.fill('first tag');
  await tag.press('Enter');
  await expect.poll(() => page.locator('.try-steps [data-done=true]').count()).toBe(2);
  await page.getByRole('button', { name: named('tryFindButton') }).click();
  await expect.poll(() => page.locator('.try-steps [data-done=true]').count()).toBe(3);
  const opening = asterism.context.waitForEvent('page');
  await page.getByRole('button', { name: named('openExport') }).click();
  const settings = await opening;
  await settings.waitForURL(/options\.html#export$/);
  await settings.close();
  const library = await asterism.context.newPage();
  await library.goto(`chrome-extension://${asterism.extensionId}/library.html#/?q=tag:"first tag"`);
  await library.getByRole('grid').getByText(TITLE).first().waitFor();
  await library.close();
});

test('the example is taken out again, and that can be undone', async () => {
  await page.getByRole('button', { name: named('tryRemove') }).click();
  const star = page.getByRole('button', { name: `Star paper: ${TITLE}` });
  await expect.poll(() => star.getAttribute('aria-pressed')).toBe('false');
  await page.getByRole('button', { name: named('undo'), exact: true }).click();
  await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('button', { name: named('tryRemove') }).click();
  await expect.poll(() => star.getAttribute('aria-pressed')).toBe('false');
});

test('it has the sites, the keys as they are set, and where papers come from', async () => {
  for (const name of ['OpenReview', 'ACL Anthology']) {
    await expect.poll(() => page.getByLabel(name).isChecked()).toBe(false);
  }
  await expect.poll(() => page.locator('.browser-keys kbd').count()).toBe(4);
  for (const name of ['Zotero', 'Raindrop', 'PaperMemory', named('importFromBrowser')]) {
    await expect
      .poll(() => page.locator('.import-ways').getByText(name, { exact: true }).count())
      .toBe(1);
  }
});

test.each(['library.html', 'popup.html'])('the empty list in %s offers the same', async (path) => {
  const empty = await asterism.context.newPage();
  await empty.goto(`chrome-extension://${asterism.extensionId}/${path}`);
  const again = empty.getByRole('link', { name: named('welcomeAgain') });
  await again.waitFor();
  await expect.poll(() => again.getAttribute('href')).toBe('/welcome.html');
  const role = path === 'popup.html' ? 'button' : 'link'; // in the popup it is at the foot, always
  await empty
    .getByRole(role, { name: named('openImport') })
    .first()
    .waitFor();
  await empty.close();
});

test('it has room at 320 pixels and at 1,920', async () => {
  for (const width of [320, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(over).toBeLessThanOrEqual(0);
  }
});

test('an update opens nothing', async () => {
  await page.close();
  const count = asterism.context.pages().length;
  await reloadExtension(asterism);
  const other = await asterism.context.newPage();
  await other.goto(`chrome-extension://${asterism.extensionId}/library.html`);
  await other.getByRole('link', { name: named('welcomeAgain') }).waitFor();
  expect(welcomes()).toEqual([]);
  expect(asterism.context.pages().length).toBeLessThanOrEqual(count + 1);
  expect(asterism.problems).toEqual([]);
});
