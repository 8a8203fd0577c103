import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Listed, listingOf, papersOf } from '../faults/listing.ts';
import { bookmarksIn } from '../faults/rows.ts';
import { openEditor, titlesOnCards } from './drive/card.ts';
import { editorNote, typeNote } from './drive/editor.ts';
import { openLibraryTab, rowOf } from './drive/library.ts';
import { named } from './drive/names.ts';
import { openRowEditor, showView } from './drive/popup.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { openPopupTab } from './harness/popup.ts';
import { type Surface, surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

// One note that is edited in two places: whatever was typed last in each of them is kept.

let asterism: Asterism;
let turn = 0;
let paper: Listed;

beforeAll(async () => {
  asterism = await launch({ cachesPages: true });
  const network = await takeNetwork(asterism.context);
  network.serve({
    '/papers': () => listingOf([paper]),
    '/elsewhere': '<!doctype html><h1>Elsewhere</h1>',
  });
});
afterEach(async () => {
  for (const page of asterism.context.pages().slice(1)) await page.close();
  expect(asterism.problems).toEqual([]);
});
afterAll(() => asterism?.close());

/** A listing of one paper, in whose note can be typed. */
async function onCard(): Promise<{ page: Page; card: Surface }> {
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const card = await surfaceOf(page);
  await titlesOnCards(card);
  await openEditor(card, paper.title, 'note');
  return { page, card };
}

/** The same for another paper than before. */
async function onNewCard(): Promise<{ page: Page; card: Surface }> {
  turn += 1;
  const [next] = papersOf(turn, 1);
  if (next) paper = next;
  return onCard();
}

/** The library page with that paper in its pane. */
async function inLibrary(): Promise<{ page: Page; write: (text: string) => Promise<void> }> {
  const page = await openLibraryTab(asterism);
  await rowOf(page, paper.title).click();
  const field = page.getByRole('textbox', { name: named('noteLabel') });
  return {
    page,
    async write(text) {
      await page.getByRole('button', { name: named('writeNote') }).click();
      await field.press('Control+End');
      await page.keyboard.type(text);
      await page.keyboard.press('Escape');
    },
  };
}

async function storedNote(): Promise<string | undefined> {
  const [keeper] = asterism.context.pages();
  await keeper?.goto(`chrome-extension://${asterism.extensionId}/manifest.json`);
  const rows = keeper ? await bookmarksIn(keeper) : [];
  return rows.find(({ id }) => id === paper.id)?.annotation.note;
}

async function expectStored(note: string): Promise<void> {
  let found: string | undefined;
  await until(
    () => `the note ${JSON.stringify(note)}; it is ${JSON.stringify(found)}`,
    async () => {
      found = await storedNote();
      return found === note ? true : undefined;
    },
  );
}

/** Long enough for what is not meant to be sent to have arrived. */
const quiet = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 400));

const LEAVING: Record<string, (page: Page) => Promise<unknown>> = {
  Escape: (page) => page.keyboard.press('Escape'),
  'a click beside it': (page) => page.mouse.click(5, 5),
  'closing the tab': (page) => page.close(),
  'reloading the tab': (page) => page.reload(),
  'going elsewhere': (page) => page.goto(`${SITE}/elsewhere`),
};

test.each(Object.entries(LEAVING))(
  'a note begun on a card and continued in the library stays as it is there when the card is left by %s',
  async (_name, leave) => {
    const { page, card } = await onNewCard();
    await typeNote(card, 'Begun on the card');
    await expectStored('Begun on the card');
    const library = await inLibrary();
    await library.write(', continued in the library');
    await expectStored('Begun on the card, continued in the library');
    await leave(page);
    await quiet();
    await expectStored('Begun on the card, continued in the library');
  },
);

test('the editor on a card follows what is written in the library, and what is typed next goes into it', async () => {
  const { card } = await onNewCard();
  await typeNote(card, 'One');
  await expectStored('One');
  const library = await inLibrary();
  await library.write(' two');
  await until('the card to follow', async () =>
    (await editorNote(card)) === 'One two' ? true : undefined,
  );
  await card.press('Control+End');
  await card.type(' three');
  await expectStored('One two three');
});

test('of the same note in two tabs neither takes the other’s, whichever is closed last', async () => {
  const first = await onNewCard();
  await typeNote(first.card, 'First tab');
  await expectStored('First tab');
  const second = await onCard();
  await typeNote(second.card, ', second tab');
  await expectStored('First tab, second tab');
  await second.page.close();
  await first.page.close();
  await quiet();
  await expectStored('First tab, second tab');
});

test('two tabs that begin the note of a paper at once both have theirs in it', async () => {
  const first = await onNewCard();
  const second = await onCard();
  await Promise.all([first.card.type('from the first'), second.card.type('the second')]);
  const more = await until('both texts', async () =>
    lettersBeyond('from the firstthe second', (await storedNote()) ?? ''),
  );
  // A tab that followed the other's first letters before its own came has them, too; neither text is there twice.
  expect(more.length).toBeLessThan('thesecond'.length);
  await Promise.all([first.page.close(), second.page.close()]);
});

/**
 * Letters that a note has beyond those of a text, whatever words they are in: two hands that write at once mix them.
 * Undefined where the note lacks a letter of the text.
 */
function lettersBeyond(text: string, note: string): string | undefined {
  const wanted = [...lettersOf(text)];
  const more = [...lettersOf(note)].filter((letter) => {
    const at = wanted.indexOf(letter);
    if (at >= 0) wanted.splice(at, 1);
    return at < 0;
  });
  return wanted.length === 0 ? more.join('') : undefined;
}

function lettersOf(text: string): string {
  return text.replace(/[^a-z]/g, '');
}

test('a page that comes back as it was kept sends nothing, and its editor opens with what is stored', async () => {
  const { page, card } = await onNewCard();
  await typeNote(card, 'Before');
  await expectStored('Before');
  await page.goto(`${SITE}/elsewhere`);
  const library = await inLibrary();
  await library.write(' and after');
  await expectStored('Before and after');
  await page.goBack({ waitUntil: 'commit' });
  await titlesOnCards(card);
  await openEditor(card, paper.title, 'note');
  await until('the note as it is stored', async () =>
    (await editorNote(card)) === 'Before and after' ? true : undefined,
  );
  await card.press('Escape');
  await quiet();
  await expectStored('Before and after');
});

test('a note begun in the popup and continued on a card stays when the popup is closed', async () => {
  const { page, card } = await onNewCard();
  await typeNote(card, 'Card');
  await expectStored('Card');
  const popup = await openPopupTab(asterism);
  const list = await surfaceOf(popup);
  await showView(list, 'list');
  await openRowEditor(list, paper.title);
  await typeNote(list, ' popup');
  await expectStored('Card popup');
  await until('the card to follow', async () =>
    (await editorNote(card)) === 'Card popup' ? true : undefined,
  );
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' card');
  await expectStored('Card popup card');
  await popup.close();
  await quiet();
  await expectStored('Card popup card');
});
