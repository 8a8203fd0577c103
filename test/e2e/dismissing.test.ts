import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { expectStar, openEditor, titlesOnCards, toggleStar } from './drive/card.ts';
import { named } from './drive/names.ts';
import { exportedText, openOptions } from './drive/options.ts';
import { browsing } from './harness/browsing.ts';
import { clickControl, findControl, focusControl } from './harness/controls.ts';
import { listing } from './harness/listing.ts';
import { ownPage } from './harness/network.ts';
import { surfaceOf } from './harness/surface.ts';
import { stopWorker } from './harness/worker.ts';

const LIST = 'https://arxiv.org/list/cs.CL/new';
const TITLE = 'Trees that Search Themselves';

const here = browsing({
  [LIST]: ownPage('arxivList.html'),
  '/papers/date/2026-03-01': listing(['One', 'Two', 'Three']),
});

async function visit(address: string) {
  const page = await here.asterism.context.newPage();
  await page.goto(address);
  return { page, cards: await surfaceOf(page) };
}

const dimmed = (page: Page): Promise<number> => page.locator('[data-asterism-card=dim]').count();
const star = (title: string) => ({ role: 'button', name: named('starPaper', title) });

test('x on a card dims its paper in every tab, again after a load, and x takes it back, with a stopped worker too', async () => {
  const other = await visit(LIST);
  await titlesOnCards(other.cards, 2);
  const { page, cards } = await visit(LIST);
  await titlesOnCards(cards, 2);
  await focusControl(cards, await findControl(cards, star(TITLE)));
  await page.keyboard.press('x');
  await expect.poll(() => dimmed(page)).toBe(1);
  await expect.poll(() => dimmed(other.page)).toBe(1);
  await stopWorker(here.asterism);
  await page.reload();
  await titlesOnCards(cards, 2);
  await expect.poll(() => dimmed(page)).toBe(1);
  await focusControl(cards, await findControl(cards, star(TITLE)));
  await page.keyboard.press('x');
  await expect.poll(() => dimmed(page)).toBe(0);
});

test('the editor dismisses too; a star takes it back', async () => {
  const { page, cards } = await here.open('/papers/date/2026-03-01');
  await titlesOnCards(cards, 3);
  await openEditor(cards, 'Two', 'tags');
  await clickControl(cards, await findControl(cards, { role: 'button', name: named('notForMe') }));
  await expect.poll(() => dimmed(page)).toBe(1);
  await page.keyboard.press('Escape');
  await toggleStar(cards, 'Two');
  await expectStar(cards, 'Two', true);
  await expect.poll(() => dimmed(page)).toBe(0);
});

test('an export has what is dismissed', async () => {
  const { page, cards } = await here.open('/papers/date/2026-03-01');
  await titlesOnCards(cards, 3);
  await focusControl(cards, await findControl(cards, star('Three')));
  await page.keyboard.press('x');
  await expect.poll(() => dimmed(page)).toBe(1);
  const options = await openOptions(here.asterism);
  const dismissed = async () => JSON.parse(await exportedText(options)).dismissed;
  await expect.poll(dismissed).toMatchObject([{ title: 'Three' }]);
});

test('none of it made an error anywhere', () => {
  expect(here.asterism.problems).toEqual([]);
});
