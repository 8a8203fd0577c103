import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { listingOf, papersOf } from '../faults/listing.ts';
import { expectStar, openEditor, showAllCards, titlesOnCards, toggleStar } from './drive/card.ts';
import { editorNote } from './drive/editor.ts';
import { fillLibrary, starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import { browsing } from './harness/browsing.ts';
import { clickControl, findControl, findControls } from './harness/controls.ts';
import type { Surface } from './harness/surface.ts';
import { until } from './harness/until.ts';

// Where a card does not know (yet) what is stored for its paper, nothing looks set or unset, and no editor opens on nothing.

const MANY = papersOf(1, 2_000);
const [paper = { id: 'hf:none', title: '' }] = papersOf(0, 1);
const last = MANY.at(-1) ?? paper;
const HERE = '/papers';
const LONG = `/papers?q=${'論'.repeat(238)}`;

const here = browsing({
  [HERE]: () => listingOf([paper]),
  '/papers/trending': () => listingOf(MANY),
});

/** A page of the extension without scripts, from which anything can be asked. */
async function ours(): Promise<Page> {
  const page = await here.asterism.context.newPage();
  await page.goto(`chrome-extension://${here.asterism.extensionId}/manifest.json`);
  return page;
}

/** Bookmarks of some papers, each with a star and a note. */
async function keep(papers: typeof MANY, note: string): Promise<void> {
  const page = await ours();
  for (let at = 0; at < papers.length; at += 20) {
    const some = papers.slice(at, at + 20).map(({ id, title }, n) => {
      const bookmark = starred(n, title, { note });
      return { ...bookmark, paper: { ...bookmark.paper, id } };
    });
    await fillLibrary(page, some);
  }
  await page.close();
}

/** Opens the editor of a paper's note and gives what is in it. */
async function noteOnCard(cards: Surface, title: string): Promise<string> {
  await openEditor(cards, title, 'note');
  return editorNote(cards);
}

test('an address of any length keeps no card from knowing its annotation', async () => {
  await keep([paper], 'kept');
  const { cards } = await here.open(LONG);
  await expectStar(cards, paper.title, true);
  await expect.poll(() => noteOnCard(cards, paper.title)).toBe('kept');
});

test('a storage without room for what tabs show keeps no card from knowing its annotation', async () => {
  await keep([paper], '');
  const page = await ours();
  await page.evaluate(async () => {
    const { session } = Reflect.get(globalThis, 'chrome').storage;
    for (let size = 4_000_000, n = 0; size > 10 && n < 100; n++) {
      const isStored = await session.set({ [`filling.${n}`]: 'x'.repeat(size) }).then(
        () => true,
        () => false,
      );
      if (!isStored) size = Math.floor(size / 2);
    }
  });
  const { cards } = await here.open(HERE);
  await expectStar(cards, paper.title, true);
  await toggleStar(cards, paper.title);
  await page.evaluate(() => Reflect.get(globalThis, 'chrome').storage.session.clear());
  const expected = /QUOTA|quota/;
  expect(here.asterism.problems.filter((problem) => !expected.test(String(problem)))).toEqual([]);
  here.asterism.problems.length = 0;
});

test('on a page of 2,000 cards the editor of the last one opens with what is stored, however early it is asked for', async () => {
  await keep([last], 'about the last one');
  const { page, cards } = await here.open('/papers/trending');
  await showAllCards(page);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const button = { role: 'button', name: named('editNote', last.title) };
  const found = await until(
    'the control of the last card',
    async () => (await findControls(cards, button))[0],
    30_000,
  );
  await clickControl(cards, found);
  await findControl(cards, { role: 'dialog', name: last.title });
  await expect.poll(() => editorNote(cards)).toBe('about the last one');
}, 60_000);

test('a library that cannot be read for a while: nothing shows as set or unset, no editor opens, and it comes by itself', async () => {
  await keep([paper], 'kept');
  const worker = here.asterism.worker();
  await worker.evaluate(() => {
    const { prototype } = IDBTransaction;
    const { objectStore } = prototype;
    Reflect.set(globalThis, 'mend', () => {
      prototype.objectStore = objectStore;
    });
    prototype.objectStore = () => {
      throw new DOMException('broken for a while', 'UnknownError');
    };
  });
  const { cards } = await here.open(HERE);
  await titlesOnCards(cards);
  const star = { role: 'button', name: named('starPaper', paper.title) };
  const unknown = await findControl(cards, star);
  expect(unknown.states).not.toHaveProperty('pressed');
  const button = { role: 'button', name: named('editPaper', paper.title) };
  await clickControl(cards, await findControl(cards, button));
  await findControl(cards, { role: 'alert' });
  await expect(findControl(cards, { role: 'dialog', name: paper.title })).rejects.toThrow();
  await worker.evaluate(() => Reflect.get(globalThis, 'mend')());
  await until(
    'the star',
    async () => ((await findControl(cards, star)).states['pressed'] === 'true' ? true : undefined),
    20_000,
  );
  await expect.poll(() => noteOnCard(cards, paper.title)).toBe('kept');
  here.asterism.problems.length = 0; // the worker has said what it could not do
}, 60_000);
