import { expect, test } from 'vitest';
import { expectStar, openEditor, titlesOnCards, toggleStar } from './drive/card.ts';
import { named } from './drive/names.ts';
import { findRow, showView } from './drive/popup.ts';
import { browsing } from './harness/browsing.ts';
import { clickControl, findControl, findControls, findNone } from './harness/controls.ts';
import { evaluateAsContentScript } from './harness/isolated.ts';
import { listing } from './harness/listing.ts';
import { ownPage, SITE } from './harness/network.ts';
import { openPopupTab } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

const here = browsing({
  '/papers/month/2026-04': ownPage('many.html'),
  '/papers/date/2026-04-16': ownPage('search.html'),
});
const { open } = here;

test('a listing inside another page gets nothing', async () => {
  const frame = `<iframe src="${SITE}/papers/month/2026-04?n=3" width="600" height="600"></iframe>`;
  here.network.serve({ '/papers/date/2026-04-03': listing(['Around a frame']) + frame });
  const { page, cards } = await open('/papers/date/2026-04-03');
  await page.frameLocator('iframe').locator('article').last().waitFor();
  await toggleStar(cards, 'Around a frame');
  expect(await page.frameLocator('iframe').locator('[data-asterism=card]').count()).toBe(0);
  await expect
    .poll(() => findControls(cards, { role: 'button', name: /^Star paper/ }))
    .toHaveLength(1);
});

test('a content script that has fallen into wrong hands may do what a card needs and no more', async () => {
  const { page, cards } = await open('/papers/date/2026-04-16');
  const [title = ''] = await titlesOnCards(cards, 1);
  await toggleStar(cards, title);
  const say = (name: string, request: object) =>
    evaluateAsContentScript(
      page,
      `chrome.runtime.sendMessage(${JSON.stringify({ name, request })})`,
    );
  const id = 'arxiv:2604.90101';
  const forbidden: [string, object][] = [
    ['bookmark.remove', { id }],
    ['step.undo', { step: 1 }],
    ['paper.merge', { from: 'arxiv:2504.00001', into: 'arxiv:2504.00002' }],
    ['import.stage', { import: 'x', part: 0, bookmarks: [] }],
    ['import.apply', { import: 'x' }],
    ['import.abandon', { import: 'x' }],
    ['cache.policy', { policy: { maxAgeDays: 1, maxPapers: 100 } }],
    ['cache.clear', {}],
  ];
  for (const [name, request] of forbidden) {
    expect(await say(name, request), name).toMatchObject({ ok: false, code: 'refused' });
  }
  expect(await say('library.read', {})).toMatchObject({ ok: false, code: 'unknown' });
  expect(await say('__proto__', {})).toMatchObject({ ok: false, code: 'unknown' });
  for (const patch of [{ starred: 'yes' }, { notes: 'x' }, { addTags: [''.padEnd(101, 'x')] }]) {
    expect(await say('annotation.patch', { id, patch })).toMatchObject({
      ok: false,
      code: 'unreadable',
    });
  }
  await expectStar(cards, title, true);
  const tab = await openPopupTab(here.asterism);
  const list = await surfaceOf(tab);
  await showView(list, 'list');
  await findRow(list, title);
});

test('a content script that has fallen into wrong hands reads nothing of the copy of the library', async () => {
  const { page, cards } = await open('/papers/date/2026-04-16');
  const [title = ''] = await titlesOnCards(cards, 1);
  await toggleStar(cards, title);
  const tried = await evaluateAsContentScript(
    page,
    `chrome.storage.local.get().then((all) => Object.keys(all), (error) => String(error))`,
  );
  expect(tried).toContain('not allowed');
  const shared = await evaluateAsContentScript(
    page,
    'chrome.storage.session.get().then((all) => Object.keys(all))',
  );
  expect(shared).not.toEqual(expect.arrayContaining([expect.stringMatching(/^backup/)]));
});

test('after an update of the extension, old controls say what to do, and nothing breaks', async () => {
  here.network.serve({ '/papers/date/2026-04-04': listing(['Left behind', 'Untouched']) });
  const { page, cards } = await open('/papers/date/2026-04-04');
  const second = 'Untouched';
  await openEditor(cards, 'Left behind', 'note');
  await here.asterism.worker().evaluate('setTimeout(() => chrome.runtime.reload())');
  await until('the old content script to be on its own', async () =>
    (await evaluateAsContentScript(page, 'chrome.runtime?.id === undefined')) ? true : undefined,
  );
  const alert = { role: 'alert' };
  await page.bringToFront();
  await cards.type('x');
  await findControl(cards, alert);
  await cards.press('Escape');
  await findNone(cards, { role: 'dialog' });
  const star = { role: 'button', name: named('starPaper', second) };
  await clickControl(cards, await findControl(cards, star));
  await findControl(cards, star, ({ states }) => states['pressed'] === 'false');
  await clickControl(
    cards,
    await findControl(cards, { role: 'button', name: named('editPaper', second) }),
  );
  await findNone(cards, { role: 'dialog' });
  await findControl(cards, alert);
  await page.evaluate("history.pushState(null, '', '/papers/date/2026-04-15')");
  await page.evaluate("history.pushState(null, '', '/docs')");
});

test('none of it made an error of ours anywhere', () => {
  expect(here.asterism.problems).toEqual([]);
});
