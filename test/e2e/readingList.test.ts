import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  closeEditor,
  expectStar,
  openEditor,
  partOnCard,
  showAllCards,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { addTag, pickStatus, STATUS_NAMES, typeNote } from './drive/editor.ts';
import { named } from './drive/names.ts';
import { expectRows, findRow, press, search, showView, titlesInList } from './drive/popup.ts';
import { findControl, findNone } from './harness/controls.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { ownPage, SITE, takeNetwork } from './harness/network.ts';
import { openPopup, openPopupTab } from './harness/popup.ts';
import { type Surface, surfaceOf } from './harness/surface.ts';

/** A paper of the listing with a repository and a project page. */
const TREE_SEARCH = 'Branch Less, Think More: Budgeted Tree Search for Language Model Reasoning';

let asterism: Asterism;

beforeAll(async () => {
  asterism = await launch();
  const network = await takeNetwork(asterism.context);
  network.serve({
    '/papers': ownPage('search.html'),
    '/papers/2604.90101': ownPage('paper.html'),
  });
  const { cards, titles } = await openListing();
  for (const title of [...titles.slice(0, 4), TREE_SEARCH]) await toggleStar(cards, title);
  await annotate(cards, TREE_SEARCH, 'from the popup', 'Kaleidoscopic.');
  await annotate(cards, titles[1] ?? '', 'in two places', 'Typed on the card.');
  await openEditor(cards, TREE_SEARCH, 'status');
  await pickStatus(cards, 'to-read');
});
afterEach(async () => {
  const [blank, ...pages] = asterism.context.pages();
  await Promise.all(pages.map((page) => page.close()));
  await blank?.bringToFront();
});
afterAll(() => asterism?.close());

async function annotate(cards: Surface, title: string, tag: string, note: string): Promise<void> {
  await openEditor(cards, title, 'tags');
  await addTag(cards, tag);
  await typeNote(cards, note);
  await closeEditor(cards);
}

async function openListing(): Promise<{ page: Page; cards: Surface; titles: string[] }> {
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers?q=language%20models`);
  await showAllCards(page);
  const cards = await surfaceOf(page);
  return { page, cards, titles: await titlesOnCards(cards, await page.locator('article').count()) };
}

async function openTab(): Promise<{ page: Page; list: Surface }> {
  const page = await openPopupTab(asterism);
  const list = await surfaceOf(page);
  await showView(list, 'list');
  return { page, list };
}

test('search finds titles, authors, abstracts, tags and notes; status, tag and order narrow and sort', async () => {
  const { page, list } = await openTab();
  await findRow(list, TREE_SEARCH);
  const all = await titlesInList(list);
  const tagged = TREE_SEARCH;
  for (const words of ['branch okonkwo', 'fifth of the compute', 'from the pop', 'kaleidosc']) {
    await search(list, words);
    await expectRows(list, [tagged]);
    await press(list, named('clearSearch'));
    await expectRows(list, all);
  }
  await search(list, 'no paper has this');
  await findControl(list, { role: 'heading', name: named('noMatchTitle') });
  await press(list, named('clearFilters'));
  await expectRows(list, all);

  await page.getByLabel(named('filterStatus'), { exact: true }).selectOption('to-read');
  await expectRows(list, [tagged]);
  await page.getByLabel(named('filterStatus'), { exact: true }).selectOption('none');
  await expectRows(
    list,
    all.filter((title) => title !== tagged),
  );
  await page.getByLabel(named('filterStatus'), { exact: true }).selectOption('');
  await page.getByLabel(named('filterTag'), { exact: true }).selectOption('in two places');
  await expect.poll(async () => (await titlesInList(list)).length).toBe(1);
  await page.getByLabel(named('filterTag'), { exact: true }).selectOption('');

  await page.getByLabel(named('sortLabel'), { exact: true }).selectOption('title');
  await expectRows(
    list,
    all.toSorted((a, b) => a.localeCompare(b, 'en', { ignorePunctuation: true })),
  );
});

test('the whole of it works by keyboard alone', async () => {
  const { cards, titles } = await openListing();
  const [title = '', next = ''] = titles.filter((name) => /^(Quiet|Refined)/.test(name));
  const popup = await openPopup(asterism);
  await showView(popup, 'page');
  const inRow = (name: string) =>
    findControl(popup, { role: 'listitem', name }, ({ states }) => states['focused'] === true);

  await popup.press('/');
  await findControl(popup, { role: 'searchbox' }, ({ states }) => states['focused'] === true);
  await popup.type('quiet touching');
  await expectRows(popup, [title]);
  await popup.press('ArrowDown');
  await inRow(title);
  await popup.press('s');
  await expectStar(cards, title, true);
  await popup.press('2');
  await expect.poll(() => partOnCard(cards, title, 'status')).toBe(STATUS_NAMES.reading);
  await popup.press('3');
  await expect.poll(() => partOnCard(cards, title, 'status')).toBe(STATUS_NAMES.read);
  await popup.press('t');
  const tags = { role: 'combobox', name: named('tagsLabel') };
  await findControl(popup, tags, ({ states }) => states['focused'] === true);
  await popup.type('by keyboard');
  await popup.press('Enter');
  await expect.poll(() => partOnCard(cards, title, 'tags')).toBe('by keyboard');
  await popup.press('Escape');
  await inRow(title);
  await popup.press('n');
  const note = { role: 'textbox', name: named('noteLabel') };
  await findControl(popup, note, ({ states }) => states['focused'] === true);
  await popup.type('s, t and 1 are letters here');
  await popup.press('Escape');
  await inRow(title);
  await expect.poll(() => partOnCard(cards, title, 'note')).toBe('s, t and 1 are letters here');

  await popup.press('Escape'); // clears the search
  await expectRows(popup, titles.slice(0, 4), 4);
  await popup.type('o'); // the field has the focus again
  await popup.press('Escape');
  await popup.press('ArrowDown');
  await popup.press('Home');
  const [first = '', second = ''] = titles;
  await inRow(first);
  await popup.press('j');
  await inRow(second);
  await popup.press('k');
  await inRow(first);
  await popup.press('/');
  await findControl(popup, { role: 'searchbox' }, ({ states }) => states['focused'] === true);
  await popup.press('ArrowDown');
  await popup.press('e');
  await findControl(popup, tags, ({ states }) => states['focused'] === true);
  await popup.press('Escape'); // the list of tags
  await popup.press('Escape');
  await popup.press('?');
  await findControl(popup, { role: 'dialog', name: named('shortcuts') });
  await popup.press('Escape');
  await findNone(popup, { role: 'dialog' });
  await inRow(first);
  await expect.poll(() => partOnCard(cards, next, 'status')).toBe('');
  await popup.close();
});

test('every link leads where it says', async () => {
  const { page, list } = await openTab();
  await findRow(list, TREE_SEARCH);
  const shown = page.locator('[role=listitem] a');
  await expect.poll(() => shown.count()).toBeGreaterThan(10);
  const links = await shown.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  for (const link of links) expect(link).toMatch(/^https:\/\//);
  const row = page.getByRole('listitem', { name: TREE_SEARCH });
  const hrefs = () =>
    row.getByRole('link').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  const home = 'https://huggingface.co/papers/2604.90101';
  await expect
    .poll(hrefs)
    .toEqual([
      home,
      'https://arxiv.org/pdf/2604.90101',
      'https://arxiv.org/abs/2604.90101',
      'https://github.com/budget-branch/bbsearch',
      'https://budget-branch.example/',
    ]);
  const opened = asterism.context.waitForEvent('page');
  await row.getByRole('link').first().click();
  await expect.poll(async () => (await opened).url()).toBe(home);
});

/** Lets the database fail, as a broken disk does, at one of its methods. */
function breaking(method: string): string {
  return `globalThis.kept = ${method};
    ${method} = () => { throw new DOMException('broken by a test', 'UnknownError'); }; 0`;
}

function mending(method: string): string {
  return `${method} = globalThis.kept; 0`;
}

test('what could not be stored is taken back with a sentence, and a second try works', async () => {
  const { cards, titles } = await openListing();
  const title = titles.at(-1) ?? '';
  const { list } = await openTab();
  await showView(list, 'page');
  const unstarred = { role: 'button', name: named('starPaper', title) };
  await asterism.worker().evaluate(breaking('IDBObjectStore.prototype.put'));
  await press(list, named('starPaper', title));
  await press(list, named('tryAgain')); // fails once more
  await findControl(list, { role: 'alert' });
  await findControl(list, unstarred, ({ states }) => states['pressed'] === 'false');
  await press(cards, named('starPaper', title));
  await findControl(cards, unstarred, ({ states }) => states['pressed'] === 'false');
  await asterism.worker().evaluate(mending('IDBObjectStore.prototype.put'));
  await press(list, named('tryAgain'));
  await expectStar(list, title, true);
  await expectStar(cards, title, true);
});

test('a library that cannot be read says so, and is there once it can', async () => {
  const page = await asterism.context.newPage();
  await page.addInitScript(breaking('IDBDatabase.prototype.transaction'));
  await page.goto(`chrome-extension://${asterism.extensionId}/popup.html`);
  const list = await surfaceOf(page);
  await findControl(list, { role: 'heading', name: named('failedTitle') });
  await page.evaluate(mending('IDBDatabase.prototype.transaction'));
  await press(list, named('tryAgain'));
  await expect.poll(async () => (await titlesInList(list)).length).toBeGreaterThan(3);
});

test('none of it made an error anywhere', () => {
  expect(asterism.problems.filter((problem) => !problem.includes('broken by a test'))).toEqual([]);
});
