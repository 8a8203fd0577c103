import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Tab } from './drive/browser.ts';
import { expectStar, openEditor, titlesOnCards, toggleStar } from './drive/card.ts';
import { inEachBrowser, inFirefox } from './drive/eachBrowser.ts';
import { typeNote } from './drive/editor.ts';
import { named } from './drive/names.ts';
import { clickControl, findControl } from './harness/controls.ts';
import { listing } from './harness/listing.ts';

// Private windows, where the reader has allowed the extension, and browsers that remember nothing at all.

const PATH = '/papers?private';
const TITLES = ['First in private', 'Second in private', 'Third in private'];

/** The names of the papers that the library keeps in a table, read from one of our own pages in a normal window. */
const idsIn = (page: Tab, table: string): Promise<string[]> =>
  page.evaluate(`new Promise((done) => {
    const opening = indexedDB.open('asterism');
    opening.onsuccess = () => {
      const all = opening.result.transaction('${table}').objectStore('${table}').getAllKeys();
      all.onsuccess = () => { opening.result.close(); done(all.result); };
    };
  })`);

inEachBrowser((start) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await start({ privately: true });
    browser.serve({ '/papers': listing(TITLES) });
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  test('nothing that a private window shows is remembered unless the reader stars it or writes about it', async () => {
    const cards = await browser.openPrivately(PATH);
    await expect.poll(() => titlesOnCards(cards, 3)).toEqual(TITLES);
    await toggleStar(cards, 'Second in private');
    await openEditor(cards, 'Third in private', 'note');
    await typeNote(cards, 'Kept.');
    await cards.close();

    const own = await browser.openOwn('popup.html');
    await expect.poll(() => idsIn(own, 'bookmarks')).toHaveLength(2);
    expect(await idsIn(own, 'papers')).toEqual(await idsIn(own, 'bookmarks'));
    expect(await idsIn(own, 'history')).toEqual([]);
  });

  test('what is starred in a normal window shows in a private one', async () => {
    const normal = await browser.open(PATH);
    await titlesOnCards(normal, 3);
    await toggleStar(normal, 'First in private');
    const cards = await browser.openPrivately(PATH);
    await expectStar(cards, 'First in private', true);
    expect(await browser.problems()).toEqual([]);
  });
});

inFirefox((start) => {
  // Chromium's pages have their database in private windows too, and no such setting.
  test('in a private window popup and library say that the library is safe, and where it can be read', async () => {
    const browser = await start({ privately: true });
    try {
      browser.serve({ '/papers': listing(TITLES) });
      const cards = await browser.openPrivately(PATH);
      await titlesOnCards(cards, 3);
      for (const path of ['popup.html', 'library.html', 'options.html', 'welcome.html']) {
        const own = await browser.openOwn(path, cards);
        await findControl(own, { role: 'StaticText', name: named('privateWindow') });
        expect(await own.evaluate('document.body.innerText')).not.toContain('restart');
      }
    } finally {
      await browser.close();
    }
  });

  test('under “Never remember history” cards and pages say why nothing can be saved', async () => {
    const browser = await start({ neverRemembers: true });
    try {
      browser.serve({ '/papers': listing(TITLES) });
      const cards = await browser.open(PATH);
      await titlesOnCards(cards, 3);
      const star = { role: 'button', name: `Star paper: ${TITLES[0]}` };
      await clickControl(cards, await findControl(cards, star));
      await findControl(cards, { role: 'StaticText', name: named('neverRemembers') });
      // What is stored cannot be known: the star says neither.
      expect((await findControl(cards, star)).states['pressed']).not.toBe('true');
      for (const path of ['popup.html', 'library.html', 'options.html', 'welcome.html']) {
        const own = await browser.openOwn(path);
        await findControl(own, { role: 'StaticText', name: named('neverRemembers') });
        expect(await own.evaluate('document.body.innerText')).not.toContain('restart');
      }
    } finally {
      await browser.close();
    }
  });
});
