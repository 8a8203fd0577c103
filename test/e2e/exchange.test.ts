import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import schema from '../../docs/schema/library-1.schema.json';
import type { Bookmark } from '../../lib/papers/bookmark.ts';
import { library } from '../unit/arbitraries.ts';
import type { Browser, Tab } from './drive/browser.ts';
import { closeEditor, openEditor, titlesOnCards, toggleStar } from './drive/card.ts';
import { inEachBrowser } from './drive/eachBrowser.ts';
import { addTag, pickStatus, typeNote } from './drive/editor.ts';
import {
  countInLibrary,
  countsOf,
  expectSaid,
  exportLibrary,
  finishImport,
  pressButton,
} from './drive/files.ts';
import { named } from './drive/names.ts';
import { libraryFile } from './drive/options.ts';
import { findControls } from './harness/controls.ts';
import { listing } from './harness/listing.ts';

const AT = '2026-04-16T10:00:00.000Z';
const isValid = new Ajv2020({
  formats: { date: /^\d{4}-\d\d-\d\d$/, 'date-time': /^\d{4}-\d\d-\d\dT.*Z$/ },
}).compile(schema);

const PAGE = listing(['First on the card', 'Second on the card']);

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

inEachBrowser((start) => {
  let browser: Browser;
  let options: Tab;

  async function begin(): Promise<void> {
    browser = await start();
    browser.serve({ '/papers': PAGE });
    options = await browser.openOwn('options.html');
  }
  beforeAll(begin);
  afterAll(() => browser?.close());

  let exported = '';

  test('the popup and the options page write the same file, and it is what the published schema says', async () => {
    const wild = fc
      .sample(library, { seed: 16, numRuns: 30 })
      .toSorted((a, b) => b.length - a.length);
    await options.chooseFile('wild.json', libraryFile(wild[0] ?? []));
    await finishImport(options);
    const cards = await browser.open('/papers');
    const [first = '', second = ''] = await titlesOnCards(cards, 2);
    await toggleStar(cards, first);
    await openEditor(cards, second, 'tags');
    for (const tag of ['強化学習 🎉', 'تعلم عميق', 'é', 'x'.repeat(100)]) await addTag(cards, tag);
    await pickStatus(cards, 'reading');
    await typeNote(cards, 'שלום "quotes" \\ and 𝛑');
    await closeEditor(cards);
    await cards.close();

    for (const [name, request] of [
      ['search.save', { name: 'To read', query: 'is:unread -tag:x' }],
      ['search.save', { name: '強化', query: 'tag:強化学習 OR "é"' }],
      ['tag.colour', { tag: 'é', colour: 'teal' }],
    ] as const) {
      await options.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ name, request })})`);
    }

    exported = await exportLibrary(options);
    expect(JSON.parse(exported)).toMatchObject({
      searches: [{ name: 'To read' }, { name: '強化' }],
      tagColours: [{ tag: 'é', colour: 'teal' }],
    });
    const popup = await browser.openOwn('popup.html');
    const { name, text } = await popup.download(() => pressButton(popup, named('exportJson')));
    await popup.close();
    expect(timeless(text)).toBe(timeless(exported));
    // Firefox tells a second file of one day from the first.
    expect(name).toMatch(/^asterism-library-\d{4}-\d\d-\d\d(?:\(1\))?\.json$/);
    const file = JSON.parse(exported);
    isValid(file);
    expect(isValid.errors).toBe(null);
    expect(file.papers.length).toBe((wild[0]?.length ?? 0) + 2);
  });

  test('a library that is imported into an empty one is the same; importing it again changes nothing', async () => {
    const count = JSON.parse(exported).papers.length;
    await browser.close();
    await begin();
    await expect.poll(() => countInLibrary(options)).toBe(0);
    await options.chooseFile('library.json', exported);
    await expect
      .poll(() => countsOf(options))
      .toEqual({ new: count, merged: 0, same: 0, unreadable: 0 });
    await expect.poll(() => countInLibrary(options)).toBe(0); // nothing has happened yet
    await finishImport(options);
    await expectSaid(options, named('importDone', String(count), '0', '0'));
    await expectSaid(options, named('importSearchesAdded', '2', '1'));
    expect(timeless(await exportLibrary(options))).toBe(timeless(exported));

    await options.chooseFile('library.json', exported);
    await expect
      .poll(() => countsOf(options))
      .toEqual({ new: 0, merged: 0, same: count, unreadable: 0 });
    await expectSaid(options, named('importNothing'));
    await pressButton(options, named('importAnother'));
    expect(timeless(await exportLibrary(options))).toBe(timeless(exported));
  });

  test('an import into other annotations of the same papers loses neither side’s, and can be taken back', async () => {
    const cards = await browser.open('/papers');
    const second = 'Second on the card';
    await openEditor(cards, second, 'tags');
    await addTag(cards, 'mine');
    await typeNote(cards, ' And mine.');
    await closeEditor(cards);
    await cards.close();
    const before = await exportLibrary(options);

    const theirs = JSON.parse(exported);
    const row = theirs.papers.find(({ title }: { title: string }) => title === second);
    row.tags = ['theirs'];
    row.tagsAt = row.noteAt = AT;
    row.note = 'Theirs.';
    await options.chooseFile('theirs.json', JSON.stringify({ ...theirs, papers: [row] }));
    await expect.poll(() => countsOf(options)).toMatchObject({ new: 0, merged: 1 });
    await finishImport(options);
    const merged = JSON.parse(await exportLibrary(options)).papers.find(
      ({ title }: { title: string }) => title === second,
    );
    expect(merged.tags).toEqual(expect.arrayContaining(['mine', 'theirs', 'é']));
    expect(merged.note).toContain('And mine.');
    expect(merged.note).toContain('Theirs.');

    await pressButton(options, named('importUndo'));
    await expectSaid(options, named('importUndone'));
    expect(timeless(await exportLibrary(options))).toBe(timeless(before));
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
      const before = await countInLibrary(options);
      await options.chooseFile(name, content);
      await expectSaid(options, `${sentence} ${named('importLibraryUnchanged')}`);
      await expect
        .poll(() => findControls(options, { role: 'button', name: /^Import \d/ }))
        .toEqual([]);
      await expect.poll(() => countInLibrary(options)).toBe(before);
    },
  );

  test('of a file with bad rows the good ones come in, and each bad one is named with its reason', async () => {
    const before = await countInLibrary(options);
    const file = JSON.parse(libraryFile(many(6)));
    file.papers[1].id = 'nonsense';
    file.papers[2] = 'no record';
    file.papers[3].starred = 'yes';
    await options.chooseFile('some.json', JSON.stringify(file, null, 2));
    await expect
      .poll(() => countsOf(options))
      .toEqual({ new: 3, merged: 0, same: 0, unreadable: 3 });
    const caption = named('problemsCaption_other', '3');
    await expect
      .poll(() => findControls(options, { role: 'region', name: caption }))
      .toHaveLength(1);
    const cells = async (): Promise<string[][]> => {
      const lines = await options.evaluate<string[]>(
        `[...document.querySelectorAll('section.problems tbody tr')].map((row) => row.innerText)`,
      );
      return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
    };
    await expect.poll(cells).toEqual([
      [expect.stringMatching(/^2 \(line \d+\)$/), 'Paper 1', named('faultNotId', 'id')],
      [expect.stringMatching(/^3 \(line \d+\)$/), named('problemUnknown'), named('rowNotRecord')],
      [expect.stringMatching(/^4 /), 'Paper 3', named('faultNotTrueOrFalse', 'starred')],
    ]);
    await finishImport(options);
    await expect.poll(() => countInLibrary(options)).toBe(before + 3);
  });

  test('of a file that is cut off, what is before the cut comes in', async () => {
    const before = await countInLibrary(options);
    const whole = libraryFile(many(50).slice(10));
    await options.chooseFile('cut.json', whole.slice(0, whole.indexOf('Paper 30') + 4));
    await expect.poll(() => countsOf(options)).toMatchObject({ new: 20, merged: 0, same: 0 });
    await expectSaid(options, named('importCutOff_other', '20'));
    await finishImport(options);
    await expect.poll(() => countInLibrary(options)).toBe(before + 20);
  });

  test('none of it made an error anywhere', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
