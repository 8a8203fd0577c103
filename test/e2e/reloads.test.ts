import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from './drive/browser.ts';
import {
  closeEditor,
  expectStar,
  findStars,
  openEditor,
  partOnCard,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { startChromium } from './drive/chromium.ts';
import { inFirefox } from './drive/eachBrowser.ts';
import { editorNote, typeNote } from './drive/editor.ts';
import type { Firefox } from './drive/firefox.ts';
import { named } from './drive/names.ts';
import { EXTENSION } from './harness/build.ts';
import { clickControl, findControl, findControls } from './harness/controls.ts';
import { evaluateAsContentScript } from './harness/isolated.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { type Surface, surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

// The extension is reloaded or updated under open tabs. Chromium leaves the old script alone with the page, where it is
// quiet, says so once and never throws. Firefox ends it before it can hear of that, and puts the new one into the page.

const PATH = '/papers?open';
const PAGE = listing(['First on the card', 'Second on the card', 'Third on the card']);

/** What holds in either. */
function alike(browserNow: () => Browser): void {
  test('a tab that nobody touches after an update stays as it is: no error when it is hidden, shown, left and closed', async () => {
    const browser = browserNow();
    const cards = await browser.open(PATH);
    await titlesOnCards(cards, 3);
    await browser.update();
    const other = await browser.open('/elsewhere');
    await cards.toFront();
    await cards.evaluate(`(() => {
      const card = document.querySelector('article');
      card.parentElement.append(card.cloneNode(true)); // the page goes on living
    })()`);
    await until('two frames', () =>
      cards.evaluate(
        'new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen(true))))',
      ),
    );
    await cards.go(`${SITE}/elsewhere`);
    await cards.close();
    await other.close();
    expect(await browser.problems()).toEqual([]);
  });
}

describe('in Chromium', () => {
  const extension = mkdtempSync(join(tmpdir(), 'asterism-build-'));
  let asterism: Asterism;

  beforeAll(async () => {
    cpSync(EXTENSION, extension, { recursive: true });
    asterism = await launch({ extension });
    const network = await takeNetwork(asterism.context);
    network.serve({ '/papers': PAGE });
  });
  afterEach(async () => {
    const [, ...pages] = asterism.context.pages();
    await Promise.all(pages.map((page) => page.close()));
  });
  afterAll(async () => {
    await asterism?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  async function openCards(): Promise<{ page: Page; cards: Surface; titles: string[] }> {
    const page = await asterism.context.newPage();
    await page.goto(`${SITE}/papers`);
    const cards = await surfaceOf(page);
    return { page, cards, titles: await titlesOnCards(cards, 3) };
  }

  /** Reloads the extension, as an update does, and waits until the page's script is on its own. */
  async function reload(page: Page, version?: string): Promise<void> {
    if (version !== undefined) {
      const manifest = join(extension, 'manifest.json');
      const written = { ...JSON.parse(readFileSync(manifest, 'utf8')), version };
      writeFileSync(manifest, JSON.stringify(written));
    }
    await asterism.worker().evaluate('setTimeout(() => chrome.runtime.reload())');
    await until('the old content script to be on its own', async () =>
      (await evaluateAsContentScript(page, 'chrome.runtime?.id === undefined')) ? true : undefined,
    );
    await page.bringToFront();
  }

  const press = async (cards: Surface, title: string): Promise<void> =>
    clickControl(cards, await findControl(cards, { role: 'button', name: `Star paper: ${title}` }));

  const saidOrphaned = (cards: Surface) =>
    findControls(cards, { role: 'StaticText', name: named('orphaned') });

  test('old controls say in one sentence that the page is to be reloaded, and change nothing; they go when a newer script comes, so none is there twice', async () => {
    const { page, cards, titles } = await openCards();
    const [first = '', second = ''] = titles;
    await toggleStar(cards, first);
    await reload(page, '9.9.9');
    await expect.poll(() => findStars(cards)).toHaveLength(3); // not twice
    await press(cards, second);
    await findControl(cards, { role: 'StaticText', name: named('orphaned') });
    await expectStar(cards, second, false);
    await press(cards, second);
    await expect.poll(() => saidOrphaned(cards)).toHaveLength(1);

    // A browser that was started with the extension on its command line does not bring it back, so there is no second
    // script here. This is the first thing that it would do.
    await page.evaluate("document.dispatchEvent(new Event('asterism:started'))");
    await until('the old controls to go', async () =>
      (await findStars(cards)).length === 0 ? true : undefined,
    );
    expect(asterism.problems).toEqual([]);
  });

  test('an editor that is open with unsaved text keeps it to be copied, and says why it was not saved', async () => {
    const { page, cards, titles } = await openCards();
    const [first = ''] = titles;
    await openEditor(cards, first, 'note');
    await typeNote(cards, 'Saved before. ');
    await until('the note to be stored', async () => {
      const stored = await asterism.worker().evaluate(`new Promise((done) => {
      const opening = indexedDB.open('asterism');
      opening.onsuccess = () => {
        const all = opening.result.transaction('bookmarks').objectStore('bookmarks').getAll();
        all.onsuccess = () => { opening.result.close(); done(JSON.stringify(all.result)); };
      };
    })`);
      return String(stored).includes('Saved before.') ? true : undefined;
    });
    await reload(page);
    await typeNote(cards, 'Typed after the update.');
    await findControl(cards, { role: 'StaticText', name: named('orphaned') });
    await expect.poll(() => editorNote(cards)).toBe('Saved before. Typed after the update.');
    await cards.press('Control+a');
    await cards.press('Control+c');
    await expect.poll(() => editorNote(cards)).toBe('Saved before. Typed after the update.');
    await expect.poll(() => saidOrphaned(cards)).toHaveLength(1);
    expect(asterism.problems).toEqual([]);
  });

  describe('untouched', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
      browser.serve({ '/papers': PAGE, '/elsewhere': '<p>Elsewhere' });
    });
    afterAll(() => browser?.close());
    alike(() => browser);
  });
});

inFirefox((start) => {
  let browser: Firefox;
  beforeAll(async () => {
    browser = await start();
    browser.serve({ '/papers': PAGE, '/elsewhere': '<p>Elsewhere' });
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  test.each([
    ['an update', 0],
    ['being switched off and on', 1],
  ] as const)(
    'after %s each card of an open tab has one control, and it works',
    async (event, at) => {
      const cards = await browser.open(PATH);
      const title = (await titlesOnCards(cards, 3))[at] ?? '';
      await openEditor(cards, title, 'note'); // and it stays open
      await cards.type('Before. ');
      await until('the note on the card', async () =>
        (await partOnCard(cards, title, 'note')).includes('Before.') ? true : undefined,
      );
      await findControl(cards, { role: 'StaticText', name: named('saved') });
      if (event === 'an update') await browser.update();
      else await browser.whileOff(async () => {});

      await until('the old editor to go', async () =>
        (await findControls(cards, { role: 'dialog' })).length === 0 ? true : undefined,
      );
      await until('one star a card', async () =>
        (await findStars(cards)).length === 3 ? true : undefined,
      );
      await toggleStar(cards, title);
      await openEditor(cards, title, 'note');
      await typeNote(cards, ' And after it.');
      await expect.poll(() => editorNote(cards)).toContain('Before.');
      await closeEditor(cards);
      await expect.poll(() => partOnCard(cards, title, 'note')).toContain('And after it.');
      expect(await browser.problems()).toEqual([]);
    },
  );

  test('what was typed into an editor that nobody listened to any more can be copied', async () => {
    const cards = await browser.open(PATH);
    const [, , title = ''] = await titlesOnCards(cards, 3);
    await openEditor(cards, title, 'note');
    await browser.whileOff(() => cards.type('Typed for nobody.'));
    await findControl(cards, {
      role: 'StaticText',
      name: named('leftBehind', 'Typed for nobody.'),
    });
  });

  alike(() => browser);
});
