import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  closeEditor,
  expectStar,
  openEditor,
  partOnCard,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { addTag, editorNote, editorTags, pickStatus, typeNote } from './drive/editor.ts';
import {
  expectCount,
  fillLibrary,
  openLibraryTab,
  rowOf,
  searchLibrary,
  starred,
} from './drive/library.ts';
import { named } from './drive/names.ts';
import {
  applyImport,
  chooseFile,
  libraryFile,
  openOptions,
  papersInLibrary,
  previewCounts,
} from './drive/options.ts';
import { browsing } from './harness/browsing.ts';
import { clickControl, findControl } from './harness/controls.ts';
import { listing } from './harness/listing.ts';
import type { Surface } from './harness/surface.ts';

// The disk is full for the worker: its database refuses to write. What is done then is told as not done, wherever it was
// done, and the next try works when there is room. Which write it is at, test/store/full tries; a disk, fullDisk.

const TITLES = ['First', 'Second', 'Third', 'Fourth'];
const here = browsing({ '/papers': listing(TITLES) });

/** Takes the room away from the worker's database, or gives it back. */
async function setFull(isFull: boolean): Promise<void> {
  await here.asterism.worker().evaluate((full) => {
    const store = IDBObjectStore.prototype;
    const real = Reflect.get(store, 'realPut') ?? store.put;
    const refuse = (): never => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.assign(store, { realPut: real, put: full ? refuse : real });
  }, isFull);
}

async function expectTold(cards: Surface): Promise<void> {
  await findControl(cards, { role: 'StaticText', name: named('notSavedFull') });
}

const told = (page: Page): Promise<void> => page.getByText(named('notSavedFull')).first().waitFor();

/** A library of five papers, three of them with a tag. */
async function fill(): Promise<void> {
  const options = await openOptions(here.asterism);
  await fillLibrary(
    options,
    [1, 2, 3, 4, 5].map((n) => starred(n, `Paper ${n}`, { tags: n < 4 ? ['old'] : [] })),
  );
  await options.close();
}

test('on a card: a star goes out, a tag and a status go, a note stays to be read; all are told, and kept the next time', async () => {
  const { page, cards } = await here.open('/papers');
  await titlesOnCards(cards, TITLES.length);
  const [first = '', second = ''] = TITLES;
  const star = { role: 'button', name: `Star paper: ${first}` };
  await setFull(true);
  await clickControl(cards, await findControl(cards, star));
  await expectTold(cards);
  await expectStar(cards, first, false);

  await openEditor(cards, second, 'note');
  await typeNote(cards, 'Typed on a full disk');
  await expectTold(cards);
  await expect.poll(() => editorNote(cards)).toBe('Typed on a full disk');
  await setFull(false);
  await typeNote(cards, ', and after');
  await closeEditor(cards);
  await page.reload();
  await titlesOnCards(cards, TITLES.length);
  await expect
    .poll(() => partOnCard(cards, second, 'note'))
    .toBe('Typed on a full disk, and after');

  await toggleStar(cards, first);
  await openEditor(cards, first, 'tags');
  await addTag(cards, 'kept');
  await pickStatus(cards, 'reading');
  await expect.poll(() => editorTags(cards)).toEqual(['kept']);
  await closeEditor(cards);
  await page.reload();
  await expectStar(cards, first, true);
  await expect.poll(() => partOnCard(cards, first, 'tags')).toBe('kept');
});

test('in the library: many papers, a removal and an undo are told as not done, and "Try again" does them', async () => {
  await fill();
  const library = await openLibraryTab(here.asterism);
  await searchLibrary(library, 'paper');
  await expectCount(library, 5);
  const again = library.getByRole('button', { name: named('tryAgain') });

  await library.keyboard.press('Control+a');
  await library.keyboard.press('t');
  const field = library.getByRole('combobox', { name: named('tagsLabel') });
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await setFull(true);
  await library.keyboard.type('new');
  await library.keyboard.press('Enter');
  await told(library);
  await setFull(false);
  await again.click();
  await library.getByText(named('bulkTagged_other', '5', 'new')).waitFor();
  await library.keyboard.press('Escape');
  await library.keyboard.press('Escape');
  await searchLibrary(library, 'tag:new');
  await expectCount(library, 5);

  const undo = library.getByRole('button', { name: named('undo'), exact: true });
  await setFull(true);
  await undo.click();
  await told(library);
  await expectCount(library, 5);
  await setFull(false);
  await undo.click();
  await library.getByText(named('noMatchTitle')).waitFor();

  await searchLibrary(library, 'paper');
  await expectCount(library, 5);
  await rowOf(library, 'Paper 2').click({ modifiers: ['ControlOrMeta'] });
  await setFull(true);
  await library.keyboard.press('Delete');
  await told(library);
  await rowOf(library, 'Paper 2').waitFor();
  await setFull(false);
  await again.click();
  await rowOf(library, 'Paper 2').waitFor({ state: 'detached' });
  await expectCount(library, 4);
  await library.close();
});

test('in the settings: an import is told as not done, whole, and works the next time', async () => {
  const options = await openOptions(here.asterism);
  const before = await papersInLibrary(options);
  const file = libraryFile([11, 12, 13].map((n) => starred(n, `Paper ${n}`)));
  await chooseFile(options, 'a.json', file);
  await expect.poll(async () => (await previewCounts(options)).new).toBe(3);
  await setFull(true);
  await options.locator('.preview .button-main').click();
  await options.getByText(named('importFull')).waitFor();
  await expect.poll(() => papersInLibrary(options)).toBe(before);
  await setFull(false);
  await chooseFile(options, 'a.json', file);
  await applyImport(options);
  await expect.poll(() => papersInLibrary(options)).toBe(before + 3);
});

test('none of it made an error of ours anywhere', () => {
  const expected = /no room|copying/; // the copy waits for room
  expect(here.asterism.problems.filter((problem) => !expected.test(problem))).toEqual([]);
});
