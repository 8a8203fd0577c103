import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { libraryEncoder } from '../../lib/formats/json/encode.ts';
import type { Bookmark } from '../../lib/papers/bookmark.ts';
import type { Browser, Tab } from './drive/browser.ts';
import { expectStar, openEditor } from './drive/card.ts';
import { inEachBrowser } from './drive/eachBrowser.ts';
import { starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import { findRow, press, showView } from './drive/popup.ts';
import { findControl, findControls } from './harness/controls.ts';
import type { Surface } from './harness/surface.ts';
import { branchOf, treeOf } from './harness/tree.ts';
import { untilNothing } from './harness/until.ts';

// What a screen reader has of each main place, in trees/: the whole tree in Chromium; in Firefox, which does not hand its
// tree out, every control of that tree by its role and its name. "npx vitest run test/e2e/screenReader -u" writes them again.

const TITLE = 'Small Judges of Large Models';
const PAGE = `<!doctype html><html lang="en"><head><title>A listing</title></head>
  <body class="DailyPapersPage"><main><div data-target="DailyPapers" data-props="{}"><section>
  ${[TITLE, 'Quiet Gradients']
    .map(
      (title, at) =>
        `<article style="position: relative; padding: 40px"><h3><a href="/papers/2501.1000${at}">${title}</a></h3></article>`,
    )
    .join('')}
  </section></div></main></body></html>`;

const JUDGES = {
  tags: ['to discuss'],
  status: 'reading',
  note: 'Compare its **baselines**.',
  abstract: 'Reward models are often larger than what they judge.',
  publishedAt: '2025-02-03',
} as const;

/** The library, where the paper of the first card is. */
const LIBRARY = fileOf([
  starred(0, TITLE, { ...JUDGES, tags: [...JUDGES.tags] }),
  starred(7, 'An Older Paper', { ...JUDGES, tags: ['classics'], publishedAt: '2014-06-30' }),
]);

/** A file with a paper that merges and one that is new. */
const OTHER = fileOf([
  starred(0, TITLE, { ...JUDGES, tags: ['rewards'], note: 'Section 4.' }),
  starred(8, 'A New Paper'),
]);

function fileOf(bookmarks: Bookmark[]): string {
  const app = { name: 'Asterism', version: '0.1.0' };
  const encoder = libraryEncoder({ exportedAt: '2026-04-16T10:00:00.000Z', app });
  return encoder.head() + encoder.records(bookmarks) + encoder.tail();
}

/** Each place and the way there; none of them changes anything. */
const PLACES: Record<string, (browser: Browser) => Promise<Surface>> = {
  async card(browser) {
    const cards = await browser.open('/papers');
    await expectStar(cards, TITLE, true);
    await findControl(cards, { role: 'button', name: named('newNext') }); // of the paper that is new
    await openEditor(cards, TITLE, 'status');
    return cards;
  },
  async importing(browser) {
    const options = await chooseFile(browser, OTHER);
    await findControl(options, { role: 'button', name: named('importApply_other', '', '2') });
    return options;
  },
  async settings(browser) {
    const options = await browser.openOwn('options.html');
    await findControl(options, { role: 'heading', name: named('backupHeading') });
    return options;
  },
  async popup(browser) {
    const popup = await browser.openPopup();
    await showView(popup, 'list');
    await findRow(popup, 'An Older Paper');
    return popup;
  },
  async library(browser) {
    const library = await browser.openOwn('library.html#/?paper=arxiv:2501.10007');
    // Each of these comes by itself: the saved searches, the facets, the rows.
    await findControl(library, { role: 'heading', name: named('savedSearches') });
    await findControl(library, { role: 'button', name: /^classics ?1$/ });
    await findControl(library, { role: 'row', name: /^Small Judges/ });
    await findControl(library, { role: 'heading', name: named('abstractHeading') });
    return library;
  },
};

/** Of the settings, which grow: what of them is looked at. */
const REGIONS: Record<string, readonly string[]> = {
  importing: ['Import and export'],
  settings: ['History', 'Watch words', 'Appearance'],
};

async function chooseFile(browser: Browser, text: string): Promise<Tab> {
  const options = await browser.openOwn('options.html#import');
  await findControl(options, { role: 'heading', name: named('importHeading') });
  await options.chooseFile('library.json', text);
  return options;
}

/** What can be operated, which has to have the same role and name in both browsers. */
const CONTROLS =
  /^\s*(button|checkbox|combobox|link|radio|searchbox|tab|textbox) "(.*?)"(?= [[=(]|$)/;

/** A picture, or something that can be operated, of which nothing is said. */
const NAMELESS =
  /^\s*(image|img|graphics-\w+|button|checkbox|combobox|link|radio|searchbox|tab|textbox)(?![\w-]| ").*$/gm;

function treeFile(place: string): string {
  return fileURLToPath(new URL(`trees/${place}.txt`, import.meta.url));
}

/** What a screen reader has of a place, once that is what is written of it; a page comes part by part. */
async function treeOnceWhole(surface: Surface, place: string): Promise<string> {
  const file = treeFile(place);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  let tree = '';
  await untilNothing(async () => {
    const whole = await treeOf(surface);
    const regions = REGIONS[place]?.map((region) => branchOf(whole, `region "${region}"`));
    tree = regions?.join('\n') ?? whole;
    return tree === written ? [] : ['something else'];
  });
  return tree;
}

inEachBrowser((start, name) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await start();
    browser.serve({ '/papers': PAGE });
    const options = await chooseFile(browser, LIBRARY);
    await press(options, named('importApply_other', '', '2'));
    await findControl(options, { role: 'button', name: named('importUndo') });
    await browser.closeTabs();
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  test.each(Object.entries(PLACES))('a screen reader has the %s', async (place, reach) => {
    const surface = await reach(browser);
    if (name === 'Chromium') {
      const tree = await treeOnceWhole(surface, place);
      expect(tree.match(NAMELESS) ?? []).toEqual([]);
      await expect(tree).toMatchFileSnapshot(treeFile(place));
      return;
    }
    const wanted = readFileSync(treeFile(place), 'utf8')
      .split('\n')
      .flatMap((line) => CONTROLS.exec(line)?.slice(1, 3).join(' ') ?? []);
    expect(wanted).not.toEqual([]);
    const missing = async (): Promise<string[]> => {
      const all: string[] = [];
      for (const control of new Set(wanted)) {
        const [role = ''] = control.split(' ', 1);
        if (place === 'card' && role === 'link') continue; // the page's own: what is ours is looked for
        const found = await findControls(surface, { role, name: control.slice(role.length + 1) });
        if (found.length === 0) all.push(control);
      }
      return all;
    };
    expect(await untilNothing(missing)).toEqual([]);
  });
});
