import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Tab } from './drive/browser.ts';
import { inEachBrowser } from './drive/eachBrowser.ts';
import { expectSaid, pressButton } from './drive/files.ts';
import { starred } from './drive/library.ts';
import {
  expectListed,
  expectPapers,
  pickFacet,
  putIntoLibrary,
  rowText,
  rowWith,
  searchIn,
} from './drive/libraryPage.ts';
import { named } from './drive/names.ts';
import { type Control, clickControl, findControl } from './harness/controls.ts';

inEachBrowser((start) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await start();
    browser.serve({ '/docs': '<h1>Docs</h1>' });
    const own = await browser.openBare();
    await putIntoLibrary(own, [
      ...Array.from({ length: 300 }, (_, n) => starred(n, `Paper ${n}`)),
      starred(400, 'Tree Search', { tags: ['rl'], publishedAt: '2024-05-01', status: 'to-read' }),
      starred(401, '强化学习综述', { tags: ['rl', 'survey'], publishedAt: '2025-02-03' }),
      starred(402, 'Łukasz on Trees', { publishedAt: '2024-01-01', note: 'Read **section 3**.' }),
    ]);
    await own.close();
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  const openLibrary = (hash = '#/'): Promise<Tab> => browser.openOwn(`library.html${hash}`);
  const addressOf = (library: Tab): Promise<string> => library.evaluate('location.href');
  const goBack = (library: Tab): Promise<void> => library.evaluate('history.back()');
  const expectReading = (library: Tab, title: string): Promise<Control> =>
    findControl(library, { role: 'heading', name: title });

  test('the popup opens the library', async () => {
    await browser.open('/docs');
    const popup = await browser.openPopup();
    await pressButton(popup, named('openLibrary'));
    const library = await browser.opened('library.html');
    await expectListed(library, ['Łukasz on Trees', '强化学习综述', 'Tree Search', 'Paper 299']);
    await expectPapers(library, 303);
  });

  test('a search, a facet and a paper are in the address: back, reload and another tab find them again', async () => {
    const library = await openLibrary();
    await expectPapers(library, 303);
    await searchIn(library, 'tree OR 学习');
    await expectListed(library, ['Łukasz on Trees', '强化学习综述', 'Tree Search']);
    await pickFacet(library, named('facetYear'), '2024');
    await expectListed(library, ['Łukasz on Trees', 'Tree Search']);
    await expectPapers(library, 2);
    await clickControl(library, await rowWith(library, 'Tree Search'));
    await expectReading(library, 'Tree Search');
    // An address is not written with every key, but soon after the last.
    await expect.poll(() => addressOf(library)).toContain('paper=arxiv%3A2501.10400');

    await library.reload();
    await expectPapers(library, 2);
    await expectReading(library, 'Tree Search');
    const other = await openLibrary(new URL(await addressOf(library)).hash);
    await expectListed(other, ['Łukasz on Trees', 'Tree Search']);
    await other.close();

    await goBack(library);
    await expectPapers(library, 3);
    await goBack(library);
    await expectPapers(library, 303);
  });

  test('many are selected, tagged in one step, and that is taken back', async () => {
    const library = await openLibrary();
    await searchIn(library, 'paper');
    await expectPapers(library, 300);
    await library.press('Control+a');
    await expectSaid(library, named('selected_other', '', '300'));
    await library.press('t');
    const field = { role: 'combobox', name: named('tagsLabel') };
    await findControl(library, field, ({ states }) => states['focused'] === true);
    await library.type('bulk');
    await library.press('Enter');
    await expectSaid(library, named('bulkTagged_other', '300', 'bulk'));
    await library.press('Escape');

    await searchIn(library, 'tag:bulk');
    await expectPapers(library, 300);
    await pressButton(library, named('undo'));
    await expectSaid(library, named('noMatchTitle'));
  });

  test('a click, Shift and a click, and Delete: a few go, and come back', async () => {
    const library = await openLibrary();
    await expectPapers(library, 303);
    const click = async (title: string): Promise<void> =>
      clickControl(library, await rowWith(library, title));
    await library.holding('Control', () => click('Tree Search'));
    await library.holding('Shift', () => click('Łukasz'));
    const selected = `document.querySelectorAll('[role=grid] [aria-selected="true"]').length`;
    await expect.poll(() => library.evaluate(selected)).toBe(3);
    await library.press('Delete');
    await expectSaid(library, named('bulkRemoved_other', '3'));
    await expectPapers(library, 300);
    await library.press('Control+z');
    await expectPapers(library, 303);
    await expectListed(library, ['Łukasz on Trees', '强化学习综述', 'Tree Search']);
  });

  test('one goes through what is unread by keyboard; another tab shows it', async () => {
    const library = await openLibrary('#/?q=is:to-read');
    const other = await openLibrary();
    await library.toFront();
    await expectListed(library, ['Tree Search']);
    await library.press('j');
    await library.press('3');
    await expect.poll(() => rowText(other, 'Tree Search')).toContain(named('statusRead'));
    await expectListed(library, ['Tree Search']); // it stays until another search
    await library.press('Control+z');
    await expect.poll(() => rowText(other, 'Tree Search')).toContain(named('statusToRead'));
  });

  test('beside a page it is the same in one column', async () => {
    const library = await openLibrary();
    await library.resize(360, 700);
    await expectPapers(library, 303);
    await clickControl(library, await rowWith(library, 'Tree Search'));
    await expectReading(library, 'Tree Search');
    await library.press('Escape');
    await pressButton(library, named('showFilters'));
    await pickFacet(library, named('facetTag'), 'rl');
    await library.press('Escape');
    await expectListed(library, ['强化学习综述', 'Tree Search']);
    const width = 'document.documentElement.scrollWidth';
    await expect.poll(() => library.evaluate(width)).toBe(360);
  });

  test('none of it made an error anywhere', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
