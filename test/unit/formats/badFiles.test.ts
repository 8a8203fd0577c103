import { expect, test } from 'vitest';
import type { Decoded } from '../../../lib/formats/decoded';
import { AT, bookmarksIn, decode, encode, starred } from './files';

const FIVE = [1, 2, 3, 4, 5].map((number) => starred(number));
const text = encode(FIVE);
const rows = (decoded: readonly Decoded[]): number[] =>
  decoded.flatMap((item) => (item.kind === 'bookmark' ? [item.row] : []));
const others = (decoded: readonly Decoded[]): Decoded[] =>
  decoded.filter((item) => item.kind !== 'bookmark');
/** A file of one record with these fields changed; undefined takes one away. */
const withFields = (fields: object): string =>
  JSON.stringify({
    format: 'asterism-library',
    version: 1,
    papers: [{ id: 'arxiv:2504.00001', title: 'T', starred: true, ...fields }],
  });

test.each<[string, string, object]>([
  ['nothing', '', { code: 'emptyFile' }],
  ['only white space', ' \n\t', { code: 'emptyFile' }],
  ['a sentence', 'Dear reader,', { code: 'notJson', line: 1 }],
  ['broken JSON', '{\n "a": 1,\n "b" 2}', { code: 'notJson', line: 3 }],
  ['broken JSON of some depth', '{"a": {"b": [1, 2}}', { code: 'notJson', line: 1 }],
  ['the beginning of some JSON', '{"a": 1', { code: 'notJson', line: 1 }],
  ['somebody else’s object', '{"a": 1}', { code: 'foreign', looksLike: null }],
  [
    'an object with papers of its own',
    '{"papers": [{"id": 1}]}',
    { code: 'foreign', looksLike: null },
  ],
  ['another format', '{"format": "dexie", "version": 1}', { code: 'foreign', looksLike: null }],
  ['a list', '[1, 2]', { code: 'foreign', looksLike: null }],
  ['a newer version', text.replace('"version": 1', '"version": 2'), { code: 'newer', version: 2 }],
  ['a version that never was', text.replace('"version": 1', '"version": 0'), { code: 'noVersion' }],
  ['a version that is text', text.replace('"version": 1', '"version": "1"'), { code: 'noVersion' }],
  ['no version', text.replace('"version": 1,', ''), { code: 'noVersion' }],
  ['no papers', '{"format": "asterism-library", "version": 1}', { code: 'noPapers' }],
  [
    'papers that are no list',
    '{"format": "asterism-library", "version": 1, "papers": {}}',
    { code: 'noPapers' },
  ],
])('%s is refused, and nothing of it is read', async (_, file, problem) => {
  for (const size of [1, 7, 10_000]) {
    expect(await decode(file, size)).toEqual([{ kind: 'refused', problem }]);
  }
});

test('a newer version is refused even where its version comes last', async () => {
  const file = `${text.replace('"version": 1,', '').replace(/\n\}\n$/, ',"version": 7}')}`;
  expect(await decode(file)).toEqual([{ kind: 'refused', problem: { code: 'newer', version: 7 } }]);
});

test('wherever a file is cut off, the whole rows before come in and the cut is reported', async () => {
  const lineEnds = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const [head = 0, ...ends] = lineEnds.slice(6);
  for (let at = head; at < text.trimEnd().length; at += 3) {
    const decoded = await decode(text.slice(0, at), 64);
    // A row is whole without the comma and the line end after it.
    const whole = ends.slice(0, 5).filter((end, index) => end - (index < 4 ? 1 : 0) <= at).length;
    expect(rows(decoded)).toEqual([1, 2, 3, 4, 5].slice(0, whole));
    expect(others(decoded)).toEqual([
      { kind: 'broken', problem: { code: 'cutOff', after: whole } },
    ]);
  }
});

test.each<[string, (row: string) => string]>([
  ['a forgotten quote at an end', (row) => row.replace('Paper 3"', 'Paper 3')],
  ['a forgotten quote at a beginning', (row) => row.replace('"Paper 3', 'Paper 3')],
  ['a stray quote', (row) => row.replace('Paper 3', 'Paper "3')],
  ['a forgotten bracket', (row) => row.replace('"tags":[]', '"tags":[')],
  ['a forgotten brace', (row) => row.replace(/\}(,?)$/, '$1')],
  ['a trailing comma', (row) => row.replace(/\}(,?)$/, ',}$1')],
  ['half a row', (row) => row.slice(0, 60)],
  ['a raw control character', (row) => row.replace('Paper', 'Pa\tper')],
])('%s costs its row and no other', async (_, damage) => {
  const line = text.split('\n').find((candidate) => candidate.includes('Paper 3')) ?? '';
  for (const size of [1, 50, 100_000]) {
    const decoded = await decode(text.replace(line, damage(line)), size);
    expect(rows(decoded)).toEqual([1, 2, 4, 5]);
    expect(others(decoded)).toEqual([
      { kind: 'unreadable', row: 3, line: 10, reason: { code: 'notJson' } },
    ]);
  }
});

test('damage in a re-indented file costs its row and no other', async () => {
  const pretty = JSON.stringify(JSON.parse(text), null, 2).replace('"Paper 3"', '"Paper 3');
  const decoded = await decode(pretty, 100);
  expect(rows(decoded)).toEqual([1, 2, 4, 5]);
  expect(others(decoded)).toMatchObject([{ kind: 'unreadable', row: 3 }]);
});

test('damage in a file of one line keeps the rows before it', async () => {
  const minified = JSON.stringify(JSON.parse(text)).replace('"Paper 3"', '"Paper 3\n"');
  const decoded = await decode(minified, 100);
  expect(rows(decoded)).toEqual([1, 2]);
  expect(others(decoded)).toEqual([
    { kind: 'broken', problem: { code: 'broken', after: 2, line: 1 } },
  ]);
});

test('forgotten and doubled commas between rows do no harm', async () => {
  expect(rows(await decode(text.replaceAll('},\n    {', '}\n    {')))).toEqual([1, 2, 3, 4, 5]);
  expect(rows(await decode(text.replaceAll('},\n    {', '},,\n    {')))).toEqual([1, 2, 3, 4, 5]);
});

test('text after the end is reported, and what is before it comes in', async () => {
  const decoded = await decode(text + text);
  expect(rows(decoded)).toEqual([1, 2, 3, 4, 5]);
  expect(others(decoded)).toMatchObject([
    { kind: 'broken', problem: { code: 'broken', after: 5 } },
  ]);
});

test.each<[object, string, string]>([
  [{ id: undefined }, 'id', 'missing'],
  [{ id: 'arxiv:2504.00001v2' }, 'id', 'notId'],
  [{ id: 7 }, 'id', 'notText'],
  [{ title: undefined }, 'title', 'missing'],
  [{ title: '' }, 'title', 'empty'],
  [{ title: ['T'] }, 'title', 'notText'],
  [{ title: 'T'.repeat(2_001) }, 'title', 'tooLong'],
  [{ starred: 'yes' }, 'starred', 'notTrueOrFalse'],
  [{ status: 'someday' }, 'status', 'notStatus'],
  [{ tags: 'rl' }, 'tags', 'notList'],
  [{ tags: ['a', 'b', 'c', 4] }, 'tags[3]', 'notText'],
  [{ tags: ['a', 't'.repeat(101)] }, 'tags[1]', 'tooLong'],
  [{ note: { text: 'n' } }, 'note', 'notText'],
  [{ starredAt: 'yesterday' }, 'starredAt', 'notTime'],
  [{ noteAt: 1_700_000_000 }, 'noteAt', 'notText'],
  [{ createdAt: '2026-13-45T00:00:00Z' }, 'createdAt', 'notTime'],
])('a row with %o is not read, and the field is named', async (fields, field, fault) => {
  expect(await decode(withFields(fields))).toMatchObject([
    { kind: 'unreadable', row: 1, line: 1, reason: { code: 'field', field, fault } },
  ]);
});

test('an unreadable row says which paper it is, if it knows', async () => {
  const [item] = await decode(withFields({ title: 'Known', tags: [1] }));
  expect(item).toMatchObject({ id: 'arxiv:2504.00001', title: 'Known' });
});

test.each<[object, string, string]>([
  [{ upvotes: 'many' }, 'upvotes', 'notNumber'],
  [{ upvotes: 1.5 }, 'upvotes', 'notNumber'],
  [{ comments: -1 }, 'comments', 'notNumber'],
  [{ projectPage: 'javascript:alert(1)' }, 'projectPage', 'notWebAddress'],
  [{ githubRepo: 'data:text/html,x' }, 'githubRepo', 'notWebAddress'],
  [{ publishedAt: 'last week' }, 'publishedAt', 'notDate'],
  [{ authors: 'Ada' }, 'authors', 'notList'],
  [{ authors: ['Ada', null] }, 'authors[1]', 'notText'],
  [{ organization: { fullname: 'Meta' } }, 'organization.name', 'missing'],
  [{ abstract: 'a'.repeat(20_001) }, 'abstract', 'tooLong'],
  [{ keywords: [''] }, 'keywords[0]', 'empty'],
])(
  'a row with the bad fact %o comes in without it, and it is named',
  async (fields, field, fault) => {
    const decoded = await decode(withFields({ ...fields, note: 'mine' }));
    expect(decoded).toMatchObject([
      { kind: 'bookmark', leftOut: [{ code: 'field', field, fault }] },
    ]);
    const [bookmark] = bookmarksIn(decoded);
    expect(bookmark?.annotation.note).toBe('mine');
    expect(bookmark?.paper).toEqual({ id: 'arxiv:2504.00001', title: 'T', authors: [] });
  },
);

test('what can be put right without losing anything is', async () => {
  const [bookmark] = bookmarksIn(
    await decode(
      withFields({
        tags: ['rl', ' #LLM ', 'RL', ''],
        starredAt: '2026-01-02T03:04:05+02:00',
        noteAt: '2026-01-01',
        abstract: null,
        updatedAt: 'nonsense',
        url: 'nonsense',
      }),
    ),
  );
  expect(bookmark?.annotation).toMatchObject({
    tags: ['LLM', 'RL'],
    starredAt: '2026-01-02T01:04:05.000Z',
    noteAt: '2026-01-01T00:00:00.000Z',
    createdAt: '2026-01-01T00:00:00.000Z',
    status: null,
    note: '',
  });
  expect(bookmark?.paper).not.toHaveProperty('abstract');
  expect(bookmark).not.toHaveProperty('extra');
});

test('a record that says nothing of time counts as created at the import', async () => {
  const [bookmark] = bookmarksIn(await decode(withFields({})));
  expect(bookmark?.annotation.createdAt).toBe(AT);
});

test('a byte order mark is not part of the file', async () => {
  for (const size of [1, 1_000]) expect(rows(await decode(`\uFEFF${text}`, size))).toHaveLength(5);
});

test('rows that are not records are listed', async () => {
  const file = '{"format":"asterism-library","version":1,"papers":[null, 1, "x", [], nonsense]}';
  expect(others(await decode(file)).map((item) => 'reason' in item && item.reason.code)).toEqual([
    'notRecord',
    'notRecord',
    'notRecord',
    'notRecord',
    'notJson',
  ]);
});

test('deep nesting and huge texts are reported, not fatal', async () => {
  const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
  const huge = 'n'.repeat(70_000_000);
  const file = text
    .replace('"title":"Paper 2"', `"deep":${deep},"title":"Paper 2"`)
    .replace('"note":""', `"note":"${huge}"`);
  const decoded = await decode(file, 1_000_000);
  expect(rows(decoded)).toEqual([3, 4, 5]);
  expect(others(decoded)).toEqual([
    { kind: 'unreadable', row: 1, line: 8, reason: { code: 'tooLarge' } },
    { kind: 'unreadable', row: 2, line: 9, reason: { code: 'tooDeep' } },
  ]);
});
