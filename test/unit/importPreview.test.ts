import { expect, test } from 'vitest';
import { isAllThere } from '../../lib/imports/allThere';
import { readTexts, warningTexts } from '../../lib/imports/fileTexts';
import type { ReadFile } from '../../lib/imports/readFiles';
import type { PaperId } from '../../lib/papers/ids';
import { setTexts } from '../../lib/text/text';
import { fakeLibrary, openImport } from '../fakes/importing';
import { encode, starred } from './formats/files';

const file = (text: string | Uint8Array<ArrayBuffer>, name = 'library.json'): File =>
  new File([text], name);
const mine = [starred(1), starred(2, 'my note'), starred(3)];
const theirs = [starred(2, 'their note'), starred(3), starred(4), starred(5)];

test('several files are read into one preview, each paper once, and each problem says in which file it is', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = openImport(fake);
  const bad = encode([starred(6)]).replace('"title":"Paper 6"', '"title":7');
  await importing.choose(
    file(encode(theirs), 'a.json'),
    file(encode([starred(5, 'a note'), starred(7)]), 'b.json'),
    file(bad, 'c.json'),
    file('', 'd.json'),
  );
  expect(last()).toMatchObject({
    step: 'preview',
    newCount: 3,
    files: [
      { name: 'a.json', refused: null },
      { name: 'b.json', refused: null },
      { name: 'c.json', refused: null },
      { name: 'd.json', refused: { code: 'emptyFile' } },
    ],
    problems: { unreadableRows: 1, first: [{ file: 'c.json', row: 1 }] },
  });
  await importing.apply();
  expect(fake.library.get('arxiv:2504.00005')?.annotation.note).toBe('a note');
  expect(fake.library.size).toBe(6);
});

test('where every file is refused, nothing can be applied', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = openImport(fake);
  await importing.choose(file('', 'a.json'), file('', 'b.json'));
  expect(last()).toMatchObject({ step: 'refused', name: 'a.json', problem: { code: 'emptyFile' } });
  await importing.apply();
  expect(fake.sent).toEqual([]);
});

test('of very many problems the first 5,000 are listed, over all files, and all are counted', async () => {
  const { importing, last } = openImport(fakeLibrary());
  const bad = encode(Array.from({ length: 2_600 }, (_, n) => starred(n + 1))).replaceAll(
    '"title":"',
    '"title":7,"was":"',
  );
  await importing.choose(file(bad, 'a.json'), file(bad, 'b.json'));
  const state = last();
  if (state?.step !== 'preview') throw new Error('there is no preview');
  expect(state.problems.first).toHaveLength(5_000);
  expect(state.problems.unreadableRows).toBe(5_200);
});

test('what the preview shows of a merge is what the library then has', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = openImport(fake);
  await importing.choose(file(encode(theirs)));
  const state = last();
  if (state?.step !== 'preview') throw new Error('there is no preview');
  const shown = await state.differences(state.merged);
  const note = shown.get('arxiv:2504.00002')?.find(({ field }) => field === 'note');
  expect(note).toMatchObject({ before: 'my note', incoming: 'their note' });
  await importing.apply();
  expect(fake.library.get('arxiv:2504.00002')?.annotation.note).toBe(note?.after);
});

test('a title that the file does not say is looked up in the history, and no other', async () => {
  const fake = fakeLibrary();
  const asked: (readonly PaperId[])[] = [];
  const papers = async (ids: readonly PaperId[]) => {
    asked.push(ids);
    return ids.map((id) => ({ id, title: 'Met on a listing', authors: [] }));
  };
  Object.assign(fake.reader, { papers });
  const { importing, last } = openImport(fake);
  await importing.choose(file('https://arxiv.org/abs/1706.03762', 'links.txt'));
  const state = last();
  if (state?.step !== 'preview') throw new Error('there is no preview');
  const titles = await state.titles([...state.added, starred(1)]);
  expect([...titles]).toEqual([['arxiv:1706.03762', 'Met on a listing']]);
  expect(asked).toEqual([['arxiv:1706.03762']]);
});

const as = (name: string, refused: ReadFile['refused'] = null): ReadFile => ({
  name,
  format: refused === null ? 'asterism' : null,
  refused,
  break: null,
});

test('of many files those of one kind, and those that are refused for one reason, are named together', () => {
  setTexts(
    (key, parts) => [key, ...parts].join(' '),
    () => 'en',
  );
  const files = ['a', 'b', 'c', 'd', 'e'].map((name) => as(name));
  const odd = [as('x', { code: 'emptyFile' }), as('y', { code: 'emptyFile' })];
  expect(readTexts([...files, ...odd])).toEqual([
    'importFileReadAs importFileNames a, b, c 2 importAsAsterism',
  ]);
  expect(warningTexts([...files, ...odd])).toEqual(['importFileSays x, y importEmptyFile']);
  expect(readTexts(files.slice(0, 4))).toEqual(['importFileReadAs a, b, c, d importAsAsterism']);
});

test.each<[string, string, string[], boolean]>([
  ['that has nothing the library lacks', encode([starred(1), starred(3)]), [], true],
  ['that has more', encode(theirs), [], false],
  ['that was damaged where it was kept', encode([starred(1)]), ['a chunk is missing'], false],
  [
    'with a record that cannot be read',
    encode([starred(1), starred(6)]).replace('"title":"Paper 6"', '"title":7'),
    [],
    false,
  ],
])('a copy %s need be offered again, or not', async (_, copy, damage, expected) => {
  const { importing, last } = openImport(fakeLibrary(mine));
  expect(isAllThere({ step: 'idle' }, damage)).toBe(false);
  await importing.choose(file(copy));
  expect(isAllThere(last() ?? { step: 'idle' }, damage)).toBe(expected);
});
