import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Tab } from './drive/browser.ts';
import {
  closeEditor,
  expectStar,
  openEditor,
  partOnCard,
  showAllCards,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { inEachBrowser } from './drive/eachBrowser.ts';
import {
  addTag,
  editorNote,
  editorTags,
  expectHalfTyped,
  pickStatus,
  STATUS_NAMES,
  typeNote,
} from './drive/editor.ts';
import { named } from './drive/names.ts';
import { expectRows, findRow, openRowEditor, press, shownView, showView } from './drive/popup.ts';
import { findControl, findNone } from './harness/controls.ts';
import { ownPage } from './harness/network.ts';
import type { Surface } from './harness/surface.ts';

/** A paper of the listing with a repository and a project page. */
const TREE_SEARCH = 'Branch Less, Think More: Budgeted Tree Search for Language Model Reasoning';

inEachBrowser((start, name) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await start();
    browser.serve({
      '/papers': ownPage('search.html'),
      '/papers/month/2026-04': ownPage('many.html'),
      '/docs': '<!doctype html><title>Docs</title><h1>Docs</h1>',
      '/papers/2604.90101': ownPage('paper.html'),
    });
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  async function open(path: string): Promise<Tab> {
    const cards = await browser.open(path);
    await showAllCards(cards);
    return cards;
  }

  async function openListing(): Promise<{ cards: Tab; titles: string[] }> {
    const cards = await open('/papers?q=language%20models');
    const count = await cards.evaluate<number>(`document.querySelectorAll('article').length`);
    return { cards, titles: await titlesOnCards(cards, count) };
  }

  /** The popup in a tab, where it stays open beside the page. */
  async function openList(): Promise<Tab> {
    const list = await browser.openOwn('popup.html');
    await showView(list, 'list');
    return list;
  }

  test('an empty library and a page without papers say what to do next', async () => {
    await open('/docs');
    const popup = await browser.openPopup();
    await expect.poll(() => shownView(popup)).toBe('list');
    await findControl(popup, { role: 'heading', name: named('emptyListTitle') });
    await findControl(popup, { role: 'link', name: named('browseSite', 'Hugging Face') });
    await showView(popup, 'page');
    await findControl(popup, { role: 'heading', name: named('noListingTitle') });
    await popup.close();
  });

  test('what opens first: the papers on this page where some are new, else the reading list', async () => {
    const cards = await open('/papers/month/2026-04?n=2');
    const titles = await titlesOnCards(cards, 2);
    const popup = await browser.openPopup();
    await expect.poll(() => shownView(popup)).toBe('page');
    await expectRows(popup, titles);
    await popup.close();

    await cards.toFront();
    for (const title of titles) await toggleStar(cards, title);
    const again = await browser.openPopup();
    await expect.poll(() => shownView(again)).toBe('list');
    await expectRows(again, titles.toReversed());
    await again.close();
  });

  if (name === 'Chromium') {
    // What is remembered, and how, is the same code on the same storage in Firefox.
    test('the view that the reader chose is remembered for listings, and only for them', async () => {
      const listing = await openListing();
      const popup = await browser.openPopup();
      await expect.poll(() => shownView(popup)).toBe('page');
      await expectRows(popup, listing.titles.slice(0, 4), 4);
      await showView(popup, 'list');
      await popup.close();

      const second = await browser.openPopup();
      await expect.poll(() => shownView(second)).toBe('list');
      await showView(second, 'page');
      await second.close();

      await open('/docs');
      const elsewhere = await browser.openPopup();
      await expect.poll(() => shownView(elsewhere)).toBe('list');
      await elsewhere.close();

      await listing.cards.toFront();
      const third = await browser.openPopup();
      await expect.poll(() => shownView(third)).toBe('page');
      await third.close();
    });
  }

  test('a star, tag, note and status given in the popup are on the card at once', async () => {
    const { cards } = await openListing();
    const popup = await browser.openPopup();
    const title = TREE_SEARCH;
    await showView(popup, 'page');
    await toggleStar(popup, title);
    await expectStar(cards, title, true);
    await openRowEditor(popup, title);
    await addTag(popup, 'from the popup');
    await pickStatus(popup, 'to-read');
    await typeNote(popup, 'Kaleidoscopic.');
    await expect.poll(() => partOnCard(cards, title, 'tags')).toBe('from the popup');
    await expect.poll(() => partOnCard(cards, title, 'status')).toBe(STATUS_NAMES['to-read']);
    await expect.poll(() => partOnCard(cards, title, 'note')).toBe('Kaleidoscopic.');
    await popup.close();
  });

  if (name === 'Chromium') {
    // That each hears of the other’s changes is tried in Firefox above and in starring.test.ts.
    test('what is done on a card is in an open popup at once', async () => {
      const { cards, titles } = await openListing();
      const [, title = ''] = titles;
      const list = await openList();
      await findNone(list, { role: 'listitem', name: title });
      await cards.toFront(); // a tab behind others does everything slowly
      await toggleStar(cards, title);
      await findRow(list, title);
      await openEditor(cards, title, 'tags');
      await addTag(cards, 'from the card');
      await typeNote(cards, 'Typed on the card.');
      await closeEditor(cards);
      await list.toFront();
      await openRowEditor(list, title);
      await expect.poll(() => editorTags(list)).toEqual(['from the card']);
      await expect.poll(() => editorNote(list)).toBe('Typed on the card.');
      await press(list, named('done'));
      await cards.toFront();
      await openEditor(cards, title, 'tags');
      await press(cards, named('removeTag', 'from the card'));
      await findNone(list, { role: 'button', name: 'from the card' });
    });

    test('two fields of one paper edited in two places at once both win', async () => {
      const { cards, titles } = await openListing();
      const [, title = ''] = titles;
      const list = await openList();
      await openEditor(cards, title, 'note');
      await openRowEditor(list, title);
      await Promise.all([typeNote(cards, ' More from the card.'), addTag(list, 'in two places')]);
      await closeEditor(cards);
      const note = 'Typed on the card. More from the card.';
      await expect.poll(() => partOnCard(cards, title, 'note')).toBe(note);
      await expect.poll(() => partOnCard(cards, title, 'tags')).toBe('in two places');
      await expect.poll(() => editorNote(list)).toBe(note);
    });

    test('a star taken away in the list can be given back', async () => {
      const { cards, titles } = await openListing();
      const [, , title = ''] = titles;
      await toggleStar(cards, title);
      const popup = await browser.openPopup();
      await showView(popup, 'list');
      await toggleStarInList(popup, title, false);
      await expectStar(cards, title, false);
      await press(popup, named('undo'));
      await findRow(popup, title);
      await expectStar(popup, title, true);
      await expectStar(cards, title, true);
      await popup.close();
    });

    /** A row whose star is taken away leaves the list. */
    async function toggleStarInList(
      popup: Surface,
      title: string,
      starred: boolean,
    ): Promise<void> {
      await press(popup, named('starPaper', title));
      if (!starred) await findNone(popup, { role: 'listitem', name: title });
    }

    test('a paper removed with its tags and its note comes back with them', async () => {
      const { cards } = await openListing();
      const title = TREE_SEARCH;
      const popup = await browser.openPopup();
      await showView(popup, 'list');
      await openRowEditor(popup, title);
      await press(popup, named('remove'));
      await findNone(popup, { role: 'listitem', name: title });
      await expect.poll(() => partOnCard(cards, title, 'note')).toBe('');
      await expectStar(cards, title, false);
      await press(popup, named('undo'));
      await findRow(popup, title);
      await expectStar(cards, title, true);
      await expect.poll(() => partOnCard(cards, title, 'tags')).toBe('from the popup');
      await expect.poll(() => partOnCard(cards, title, 'note')).toBe('Kaleidoscopic.');
      await popup.close();
    });
  }

  test('a popup that is closed in mid-word has lost neither the note nor the tag', async () => {
    const { cards, titles } = await openListing();
    const [, , , first = '', second = ''] = titles;
    const popup = await browser.openPopup();
    await showView(popup, 'page');
    await openRowEditor(popup, first);
    await typeNote(popup, 'in the middle of a wor');
    await popup.close();
    await expect.poll(() => partOnCard(cards, first, 'note')).toBe('in the middle of a wor');

    const again = await browser.openPopup();
    await showView(again, 'page');
    await openRowEditor(again, second); // its tag field has the focus
    await again.type('half a ta');
    await again.close();
    const third = await browser.openPopup();
    await showView(third, 'page');
    await openRowEditor(third, second);
    await expectHalfTyped(third, 'half a ta');
    await third.close();
    await expect.poll(() => partOnCard(cards, second, 'tags')).toBe('');
  });

  test('none of it made an error anywhere', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
