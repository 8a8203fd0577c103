import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import schema from '../../docs/schema/library-1.schema.json';
import type { Bookmark } from '../../lib/papers/bookmark.ts';
import { library } from '../unit/arbitraries.ts';
import { closeEditor, openEditor, titlesOnCards, toggleStar } from './drive/card.ts';
import { addTag, pickStatus, typeNote } from './drive/editor.ts';
import { named } from './drive/names.ts';
import {
  applyImport,
  chooseFile,
  exportedText,
  libraryFile,
  openOptions,
  papersInLibrary,
  previewCounts,
} from './drive/options.ts';
import { exportJson } from './drive/popup.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { openPopupTab } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';

const AT = '2026-04-16T10:00:00.000Z';
const isValid = new Ajv2020({
  formats: { date: /^\d{4}-\d\d-\d\d$/, 'date-time': /^\d{4}-\d\d-\d\dT.*Z$/ },
}).compile(schema);

const PAGE = listing(['First on the card', 'Second on the card']);

let asterism: Asterism;
let options: Page;

async function start(): Promise<void> {
  asterism = await launch();
  const network = await takeNetwork(asterism.context);
  network.serve({ '/papers': PAGE });
  options = await openOptions(asterism);
}
beforeAll(start);
afterAll(() => asterism?.close());

/** An export without the time of its making. */
function timeless(file: string): string {
  return file.replace(/"exportedAt": "[^"]*"/, '');
}

/** So many starred papers. */
function many(count: number): Bookmark[] {
  return Array.from({ length: count }, (_, at) => ({
    paper: { id: `arxiv:2601.${10_000 + at}`, title: `Paper ${at}`, authors: ['A. Author'] },
    annotation: {
      starred: true,
      starredAt: AT,
      status: null,
      statusAt: null,
      tags: ['imported'],
      tagsAt: AT,
      note: `Note ${at}`,
      noteAt: AT,
      createdAt: AT,
    },
  }));
}

let exported = '';

test('the popup and the options page write the same file, and it is what the published schema says', async () => {
  const wild = fc
    .sample(library, { seed: 16, numRuns: 30 })
    .toSorted((a, b) => b.length - a.length);
  await chooseFile(options, 'wild.json', libraryFile(wild[0] ?? []));
  await applyImport(options);
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const cards = await surfaceOf(page);
  const [first = '', second = ''] = await titlesOnCards(cards, 2);
  await toggleStar(cards, first);
  await openEditor(cards, second, 'tags');
  for (const tag of ['強化学習 🎉', 'تعلم عميق', 'é', 'x'.repeat(100)]) await addTag(cards, tag);
  await pickStatus(cards, 'reading');
  await typeNote(cards, 'שלום "quotes" \\ and 𝛑');
  await closeEditor(cards);
  await page.close();

  for (const [name, request] of [
    ['search.save', { name: 'To read', query: 'is:unread -tag:x' }],
    ['search.save', { name: '強化', query: 'tag:強化学習 OR "é"' }],
    ['tag.colour', { tag: 'é', colour: 'teal' }],
  ] as const) {
    await options.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ name, request })})`);
  }

  exported = await exportedText(options);
  expect(JSON.parse(exported)).toMatchObject({
    searches: [{ name: 'To read' }, { name: '強化' }],
    tagColours: [{ tag: 'é', colour: 'teal' }],
  });
  const popup = await openPopupTab(asterism);
  const download = await exportJson(popup);
  const chunks = await (await download.createReadStream()).toArray();
  await popup.close();
  expect(timeless(Buffer.concat(chunks).toString())).toBe(timeless(exported));
  expect(download.suggestedFilename()).toMatch(/^asterism-library-\d{4}-\d\d-\d\d\.json$/);
  const file = JSON.parse(exported);
  isValid(file);
  expect(isValid.errors).toBe(null);
  expect(file.papers.length).toBe((wild[0]?.length ?? 0) + 2);
});

test('a library that is imported into an empty one is the same; importing it again changes nothing', async () => {
  const count = JSON.parse(exported).papers.length;
  await asterism.close();
  await start();
  await expect.poll(() => papersInLibrary(options)).toBe(0);
  await chooseFile(options, 'library.json', exported);
  await expect
    .poll(() => previewCounts(options))
    .toEqual({ new: count, merged: 0, same: 0, unreadable: 0 });
  expect(await papersInLibrary(options)).toBe(0); // nothing has happened yet
  await applyImport(options);
  await options.getByText(named('importDone', String(count), '0', '0')).waitFor();
  await options.getByText(named('importSearchesAdded', '2', '1')).waitFor();
  expect(timeless(await exportedText(options))).toBe(timeless(exported));

  await chooseFile(options, 'library.json', exported);
  await expect
    .poll(() => previewCounts(options))
    .toEqual({ new: 0, merged: 0, same: count, unreadable: 0 });
  await options.getByText(named('importNothing')).waitFor();
  await options.getByRole('button', { name: named('importAnother') }).click();
  expect(timeless(await exportedText(options))).toBe(timeless(exported));
});

test('an import into other annotations of the same papers loses neither side’s, and can be taken back', async () => {
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const cards = await surfaceOf(page);
  const second = 'Second on the card';
  await openEditor(cards, second, 'tags');
  await addTag(cards, 'mine');
  await typeNote(cards, ' And mine.');
  await closeEditor(cards);
  await page.close();
  const before = await exportedText(options);

  const theirs = JSON.parse(exported);
  const row = theirs.papers.find(({ title }: { title: string }) => title === second);
  row.tags = ['theirs'];
  row.tagsAt = row.noteAt = AT;
  row.note = 'Theirs.';
  await chooseFile(options, 'theirs.json', JSON.stringify({ ...theirs, papers: [row] }));
  await expect.poll(() => previewCounts(options)).toMatchObject({ new: 0, merged: 1 });
  await applyImport(options);
  const merged = JSON.parse(await exportedText(options)).papers.find(
    ({ title }: { title: string }) => title === second,
  );
  expect(merged.tags).toEqual(expect.arrayContaining(['mine', 'theirs', 'é']));
  expect(merged.note).toContain('And mine.');
  expect(merged.note).toContain('Theirs.');

  await options.getByRole('button', { name: named('importUndo') }).click();
  await options.getByText(named('importUndone')).waitFor();
  expect(timeless(await exportedText(options))).toBe(timeless(before));
});

test.each([
  ['notes.txt', 'Dear diary,\nnothing here.', named('importNothingFound')],
  ['broken.json', '{"a": [1, 2}', named('importNotJson', '1')],
  ['empty.json', '', named('importEmptyFile')],
  ['other.json', '{"name": "package", "version": "1.0.0"}', named('importForeign')],
  ['papers.zip', 'PK\u0003\u0004', named('importZip')],
  ['paper.pdf', '%PDF-1.7', named('importLooksLike', named('foreignPdf'))],
  [
    'tomorrow.json',
    libraryFile(many(1)).replace('"version": 1', '"version": 2'),
    named('importNewer', '2'),
  ],
])(
  '%s is refused with a sentence, and the library is as it was',
  async (name, content, sentence) => {
    const before = await papersInLibrary(options);
    await chooseFile(options, name, content);
    await options.getByText(`${sentence} ${named('importLibraryUnchanged')}`).waitFor();
    const apply = options.getByRole('button', { name: /^Import \d/ });
    await expect.poll(() => apply.count()).toBe(0);
    await expect.poll(() => papersInLibrary(options)).toBe(before);
  },
);

test('of a file with bad rows the good ones come in, and each bad one is named with its reason', async () => {
  const before = await papersInLibrary(options);
  const file = JSON.parse(libraryFile(many(6)));
  file.papers[1].id = 'nonsense';
  file.papers[2] = 'no record';
  file.papers[3].starred = 'yes';
  await chooseFile(options, 'some.json', JSON.stringify(file, null, 2));
  await expect
    .poll(() => previewCounts(options))
    .toEqual({ new: 3, merged: 0, same: 0, unreadable: 3 });
  const problems = options.getByRole('region', { name: named('problemsCaption_other', '3') });
  const lines = await problems.locator('tbody tr').allInnerTexts();
  expect(lines.map((line) => line.split('\t').map((cell) => cell.trim()))).toEqual([
    [expect.stringMatching(/^2 \(line \d+\)$/), 'Paper 1', named('faultNotId', 'id')],
    [expect.stringMatching(/^3 \(line \d+\)$/), named('problemUnknown'), named('rowNotRecord')],
    [expect.stringMatching(/^4 /), 'Paper 3', named('faultNotTrueOrFalse', 'starred')],
  ]);
  await applyImport(options);
  await expect.poll(() => papersInLibrary(options)).toBe(before + 3);
});

test('of a file that is cut off, what is before the cut comes in', async () => {
  const before = await papersInLibrary(options);
  const whole = libraryFile(many(50).slice(10));
  await chooseFile(options, 'cut.json', whole.slice(0, whole.indexOf('Paper 30') + 4));
  await expect.poll(() => previewCounts(options)).toMatchObject({ new: 20, merged: 0, same: 0 });
  await options.getByText(named('importCutOff_other', '20')).waitFor();
  await applyImport(options);
  await expect.poll(() => papersInLibrary(options)).toBe(before + 20);
});

test('none of it made an error anywhere', () => {
  expect(asterism.problems).toEqual([]);
});
