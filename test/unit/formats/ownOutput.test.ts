import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../../lib/backup/packing';
import { copyAsFile } from '../../../lib/exports/backupFile';
import { libraryEncoder } from '../../../lib/formats/json/encode';
import type { ExportMeta } from '../../../lib/formats/json/envelope';
import { readRow } from '../../../lib/formats/json/row';
import { ROW_LIMITS } from '../../../lib/formats/json/token';
import { readBookmarks } from '../../../lib/imports/readFile';
import { partsOf } from '../../../lib/imports/staging';
import { CONTRACT } from '../../../lib/messages/contract';
import { ANNOTATION_LIMITS, EDIT_LIMITS, isEmpty } from '../../../lib/papers/annotation';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { EXTRA_LIMIT } from '../../../lib/papers/limits';
import { combinePapers } from '../../../lib/papers/merging';
import type { Paper } from '../../../lib/papers/paper';
import { SEARCH_LIMITS } from '../../../lib/papers/savedSearch';
import { TAG_COLOURS } from '../../../lib/papers/tagColours';
import { cleanTag, tagKey } from '../../../lib/papers/tags';
import { retagged } from '../../../lib/papers/tagTree';
import { type PaperState, patched, removed, restored, UNTOUCHED } from '../../../lib/papers/trash';
import { AT, META, starred } from './files';

// What the library can hold comes back whole from an export and from a copy.

const noPace = async (): Promise<void> => {};

async function readBack(content: BlobPart) {
  const read = await readBookmarks(
    new File([content], 'library.json'),
    AT,
    () => {},
    noPace,
    new AbortController().signal,
  );
  if (!read?.ok) expect.fail(JSON.stringify(read));
  return read;
}

function exported(bookmarks: readonly Bookmark[], more: Partial<ExportMeta> = {}): string {
  const encoder = libraryEncoder({ ...META, ...more });
  return encoder.head() + encoder.records(bookmarks) + encoder.tail();
}

/** Exports and copies bookmarks, and says what came back and what did not. */
async function expectWhole(bookmarks: readonly Bookmark[]): Promise<void> {
  const text = exported(bookmarks);
  const restoredRows = (await unpack(await pack(bookmarks))) as Bookmark[]; // what was packed
  const copy = { bookmarks: restoredRows, searchesAndColours: { searches: [], colours: [] } };
  const file = await copyAsFile(copy, AT, META.app, noPace);
  for (const content of [text, new Uint8Array(gzipSync(text)), file]) {
    const { bookmarks: read, problems } = await readBack(content);
    expect(problems).toMatchObject({ first: [], unreadableRows: 0, partialRows: 0, break: null });
    expect(read).toEqual(bookmarks);
  }
}

const character = fc.oneof(
  fc.constantFrom('a', 'Z', ' ', '\n', '"', '\\', '#', '/', ',', '\u0000', '\u2028', '\ufeff'),
  fc.constantFrom('\ud83d\ude00', '\ud800', '\udc00', 'e\u0301', '\u0130', '\u0344', '\ufb01'),
);
const words = fc.string({ unit: character, maxLength: 130 });
const time = fc.constantFrom(
  '2026-01-01T00:00:00.000Z',
  '2026-01-01T00:00:00+02:00',
  '9999-12-31T23:59:59.999Z',
  '0001-01-01',
);
const odd = fc.dictionary(
  fc.constantFrom('x', '__proto__', 'constructor', 'toString', '', '\ud800', 'format', 'papers'),
  // Less -0, of which JSON.stringify writes no sign.
  fc.oneof(
    fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value))),
    words,
  ),
);
/** Records as any program could write them. */
const record = fc
  .tuple(
    fc.record(
      {
        title: fc.oneof(words, fc.constant('A')),
        authors: fc.array(words, { maxLength: 3 }),
        organization: fc.oneof(
          fc.record({ name: words }, { requiredKeys: [] }),
          fc.constant({ logo: 'x' }),
          fc.constant({ name: 'Inria', fullname: null, logo: 1 }),
        ),
        links: odd,
        publishedAt: fc.constantFrom('2026-02-30', '0001-01-01', '9999-12-31', 'soon'),
        upvotes: fc.constantFrom(0, -0, 1, 1e21, Number.MAX_SAFE_INTEGER, 0.5),
        githubRepo: fc.constantFrom('https://\u00fc.example/a b', 'http:x', 'javascript:1'),
        starred: fc.boolean(),
        status: fc.constantFrom('read', null),
        statusAt: time,
        tags: fc.array(words, { maxLength: 4 }),
        tagsAt: time,
        note: words,
        noteAt: time,
        createdAt: time,
      },
      { requiredKeys: ['title'] },
    ),
    odd,
  )
  .map(([known, unknown]) => ({ ...unknown, ...known, id: 'arxiv:2504.00001' }));
const change = fc.oneof(
  fc.record({ import: record }),
  fc.record({
    patch: fc.record(
      {
        addTags: fc.array(words, { maxLength: 3 }),
        note: words,
        status: fc.constantFrom('reading' as const, null),
        starred: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ rename: fc.tuple(words, words) }),
  fc.constant({ remove: true }),
  fc.constant({ restore: true }),
);

/** What is stored about a paper: what the reader said, and its facts. */
type Stored = PaperState & { paper: Paper };

function next(
  stored: Stored,
  made: typeof change extends fc.Arbitrary<infer C> ? C : never,
): Stored {
  const { bookmark, paper } = stored;
  if ('patch' in made) return { ...patched(stored, made.patch, AT), paper };
  if ('remove' in made) return { ...removed(stored, AT), paper };
  if ('restore' in made) return { ...restored(stored), paper };
  if ('import' in made) {
    const read = readRow(made.import, AT);
    if (!read.ok || (bookmark === null && isEmpty(read.bookmark.annotation))) return stored;
    const { paper: told, ...kept } = read.bookmark;
    const state = bookmark
      ? restored({ bookmark, trashed: { ...kept, trashedAt: AT } })
      : { ...stored, bookmark: kept };
    return { ...state, paper: combinePapers(paper, told) };
  }
  if (bookmark === null) return stored;
  const { annotation } = bookmark;
  const [from, to] = made.rename.map(cleanTag);
  const tags = from && to ? retagged(annotation.tags, from, to) : annotation.tags;
  return { ...stored, bookmark: { ...bookmark, annotation: { ...annotation, tags } } };
}

test('whatever was imported, edited, renamed, removed and restored comes back whole from an export and a copy', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
      const { bookmark, paper } = changes.reduce(next, { ...UNTOUCHED, paper: starred(1).paper });
      if (bookmark !== null && !isEmpty(bookmark.annotation)) {
        await expectWhole([{ ...bookmark, paper }]);
      }
    }),
    { numRuns: 300 },
  );
});

const tags = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `tag ${String(from + at).padStart(6, '0')}`);

test('no merge, edit or restore makes more tags than an import reads, and none is lost for it', async () => {
  const half = ANNOTATION_LIMITS.tags - 10;
  const with_ = (list: string[]): Bookmark => {
    const one = starred(1);
    return { ...one, annotation: { ...one.annotation, tags: list } };
  };
  const [mine, theirs] = [with_(tags(0, half)), with_(tags(half, half))];
  const trashed = { ...theirs, trashedAt: AT };
  const both: PaperState = { bookmark: mine, trashed };
  expect(restored(both)).toBe(both);
  expect(removed(both, AT)).toBe(both);
  const more = patched({ bookmark: mine, trashed: null }, { addTags: tags(half, 11) }, AT);
  expect(more.bookmark?.annotation.tags).toHaveLength(half);
  const few = patched({ bookmark: mine, trashed: null }, { addTags: tags(half, 10) }, AT);
  expect(few.bookmark?.annotation.tags).toHaveLength(ANNOTATION_LIMITS.tags);
  await expectWhole(few.bookmark ? [{ ...mine, ...few.bookmark }] : []);
});

test('rows of one paper that together are too large are told, and what came before stays', async () => {
  const note = (text: string): Bookmark => starred(1, text);
  const rows = [note('a'.repeat(6_000_000)), note('b'.repeat(6_000_000)), starred(2)];
  const read = await readBack(exported(rows));
  expect(read.bookmarks).toEqual([rows[0], rows[2]]);
  expect(read.problems).toMatchObject({
    unreadableRows: 1,
    first: [{ row: 2, name: 'Paper 1', reason: { code: 'tooLargeTogether' } }],
  });
});

test.each([
  ['of control characters', '\u0001'.repeat(EDIT_LIMITS.note)],
  ['of half characters', '\ud800'.repeat(EDIT_LIMITS.note)],
  ['of telescopes', '\u{1f52d}'.repeat(EDIT_LIMITS.note / 2)],
  ['as long as two together', 'a\n'.repeat(ANNOTATION_LIMITS.note / 2)],
])('a note at its limit, %s, comes back', async (_, note) => {
  const { bookmarks, problems } = await readBack(exported([starred(1, note)]));
  expect(problems.first).toEqual([]);
  expect(bookmarks[0]?.annotation.note === note).toBe(true);
});

test('a bookmark with everything at its limit is within a row and a message', () => {
  const one = starred(1, '\u0001'.repeat(EDIT_LIMITS.note));
  const full: Bookmark = {
    paper: {
      ...one.paper,
      title: '\u0001'.repeat(2_000),
      abstract: '\u0001'.repeat(20_000),
      authors: Array.from({ length: 10_000 }, () => '\u0001'.repeat(300)),
      keywords: Array.from({ length: 100 }, () => '\u0001'.repeat(300)),
    },
    annotation: {
      ...one.annotation,
      tags: Array.from({ length: 10_000 }, (_, at) => `${at}`.padEnd(100, '\u0001')),
    },
    extra: { x: 'x'.repeat(EXTRA_LIMIT - 10) },
  };
  expect(exported([full]).length).toBeLessThan(ROW_LIMITS.characters);
  const read = readRow(JSON.parse(exported([full])).papers[0], AT);
  expect(read.ok).toBe(true);
});

test('parts of an import fit into messages, however many authors the papers have', () => {
  const authors = Array.from({ length: 10_000 }, (_, at) => `Name of author number ${at}`);
  const many = Array.from({ length: 400 }, (_, at) => {
    const one = starred(at);
    return { ...one, paper: { ...one.paper, authors } };
  });
  for (const part of partsOf(many, { searches: [], colours: [] })) {
    expect(JSON.stringify(part).length).toBeLessThan(64 * 1024 * 1024);
  }
});

test('unknown fields that are too large to be kept cost their row, and are told', () => {
  const row = { id: 'arxiv:2504.00001', title: 'A', starred: true };
  const read = readRow({ ...row, x: 'x'.repeat(EXTRA_LIMIT + 1) }, AT);
  expect(read).toEqual({ ok: false, reason: { code: 'tooLarge' } });
});

test('any number of saved searches and colours of tags comes back', async () => {
  const searches = Array.from({ length: 1_500 }, (_, at) => ({
    name: `${at} `.padEnd(SEARCH_LIMITS.name, '\u{1f52d}').slice(0, SEARCH_LIMITS.name),
    query: '\u0001'.repeat(SEARCH_LIMITS.query),
    savedAt: AT,
  }));
  const tagColours = Array.from({ length: 10_000 }, (_, at) => ({
    tag: cleanTag(`${at} `.padEnd(120, '\u0130')),
    colour: TAG_COLOURS[at % TAG_COLOURS.length] ?? 'red',
  }));
  const { searchesAndColours, problems } = await readBack(
    exported([starred(1)], { searches, tagColours }),
  );
  expect(problems.unreadableSearches).toBe(0);
  expect(searchesAndColours.searches).toEqual(searches);
  expect(searchesAndColours.colours.map(({ tag, colour }) => ({ tag, colour }))).toEqual(
    tagColours,
  );
  let count = 0;
  for (const part of partsOf([], searchesAndColours)) {
    const request = { import: 'i', part: 0, ...part };
    expect(CONTRACT['import.stage'].request.safeParse(request).success).toBe(true);
    count += part.shelves?.colours.length ?? 0;
  }
  expect(count).toBe(tagColours.length);
});

test('a tag is never cut within a character', () => {
  const tag = cleanTag(`${'a'.repeat(EDIT_LIMITS.tag - 1)}\u{1f52d}`);
  expect(tag.isWellFormed()).toBe(true);
  expect(tagKey(tag)).toBe(tag);
});
