import { expect, test } from 'vitest';
import { type Copy, openCopy } from '../../../lib/backup/copy';
import { pack } from '../../../lib/backup/packing';
import { overview, restore } from '../../../lib/backup/restoring';
import { type CopyStorage, HEADS, journalKey } from '../../../lib/backup/storage';
import type { Change } from '../../../lib/backup/written';
import { emptyAnnotation } from '../../../lib/papers/annotation';
import type { Bookmark } from '../../../lib/papers/bookmark';
import type { PaperId } from '../../../lib/papers/ids';
import { type MemoryStorage, memoryStorage } from './memory';

// A damaged copy gives all that is still there, and says what is not.

const AT = '2026-04-16T10:00:00.000Z';
const day = '2026-04-16';
const open = (storage: CopyStorage): Promise<Copy> => openCopy(storage, async () => {}, 'db');
const idOf = (n: number): PaperId => `arxiv:2504.${String(n).padStart(5, '0')}`;

function bookmark(n: number, note: string): Bookmark {
  return {
    paper: { id: idOf(n), title: `Paper ${n}`, authors: ['Ada Lovelace'] },
    annotation: { ...emptyAnnotation(AT), starred: true, starredAt: AT, note, noteAt: AT },
  };
}

/** A copy of so many papers in chunks, after a change of one of them. */
async function filled(count: number) {
  const storage = memoryStorage();
  const copy = await open(storage);
  await copy.begin('db', 0, { at: AT, day });
  const note = (n: number): string => `${n * 7919}`.padEnd(400, `${n * 104729}`);
  const changes = Array.from({ length: count }, (_, n): Change => [idOf(n), bookmark(n, note(n))]);
  await copy.fold({ at: AT, day, through: 1, changes, exact: { after: '', through: null } });
  await copy.fold({ at: AT, day, through: 2, changes: [[idOf(0), bookmark(0, 'newest')]] });
  const library = changes.map(([id, row]) => (id === idOf(0) ? bookmark(0, 'newest') : row));
  return { storage, copy, library };
}

const isChunk = (key: string): boolean => key.startsWith('backup.chunk');

/** The keys of chunks, of leaves or of what is above them. */
async function chunks(storage: MemoryStorage, of: 'leaves' | 'branches'): Promise<string[]> {
  const found: string[] = [];
  for (const [key, value] of storage.values) {
    if (!isChunk(key)) continue;
    const bytes = Buffer.from(String(value), 'base64');
    const text = await new Response(
      new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
    ).text();
    if (text.includes('"annotation"') === (of === 'leaves')) found.push(key);
  }
  return found;
}

const damages: [string, (value: unknown) => unknown | Promise<unknown>][] = [
  ['is not there', () => undefined],
  ['is no text', () => ({ version: 1 })],
  ['is another text', () => 'x'],
  ['is cut', (value) => String(value).slice(0, -9)],
  ['has another letter', (value) => String(value).replace(/^(.{40})./, '$1-')],
  ['is of a kind that nobody knows', () => pack({ version: 2 })],
  ['is an empty object', () => pack({})],
  ['has a part that is of another kind', () => pack({ version: 1, turn: 99, root: 7 })],
];

async function damage(storage: MemoryStorage, key: string, how: (typeof damages)[0][1]) {
  const value = await how(storage.values.get(key));
  if (value === undefined) storage.values.delete(key);
  else storage.values.set(key, value);
}

test.each(damages)('where either head %s, the copy is whole', async (_, how) => {
  for (const head of HEADS) {
    const { storage, library } = await filled(50);
    await damage(storage, head, how);
    expect(await restore(storage, 'present')).toMatchObject({ bookmarks: library, unreadable: 0 });
    await open(storage);
    expect(await restore(storage, 'present')).toMatchObject({ bookmarks: library, unreadable: 0 });
    expect((await overview(storage))?.states[0]?.papers).toBe(50);
  }
});

test.each(damages)('where both heads %s, all that chunks have is found', async (_, how) => {
  const { storage, copy, library } = await filled(50);
  await copy.note({ at: AT, day, through: 3, changes: [[idOf(1), bookmark(1, 'noted')]] }, 50);
  for (const head of HEADS) await damage(storage, head, how);
  const again = await open(storage);
  expect(again.head()).toMatchObject({ database: 'db', scanned: '' });
  const [first, , ...rest] = library;
  const now = [first, bookmark(1, 'noted'), ...rest];
  expect(await restore(storage, 'present')).toMatchObject({ bookmarks: now, unreadable: 0 });
  // And nothing is left lying about, nor overwritten by what comes next.
  await again.fold({ at: AT, day, through: 4, changes: [[idOf(2), null]] });
  expect((await restore(storage, 'present'))?.bookmarks).toHaveLength(49);
  const kept = [...storage.values.keys()].filter(isChunk);
  expect(kept.length).toBeLessThanOrEqual((await chunks(storage, 'leaves')).length + 1);
});

test.each(damages)(
  'where a list of chunks %s, its papers are found all the same',
  async (_, how) => {
    const { storage, library } = await filled(400);
    const branches = await chunks(storage, 'branches');
    expect(branches.length).toBeGreaterThan(0);
    for (const key of branches) await damage(storage, key, how);
    expect(await restore(storage, 'present')).toMatchObject({ bookmarks: library, unreadable: 0 });
  },
);

test.each(damages)('where every leaf %s, every paper is told', async (_, how) => {
  const { storage, copy, library } = await filled(400);
  for (const key of await chunks(storage, 'leaves')) await damage(storage, key, how);
  await copy.note({ at: AT, day, through: 3, changes: [[idOf(400), bookmark(400, '')]] }, 401);
  expect(await restore(storage, 'present')).toMatchObject({
    bookmarks: [bookmark(400, '')],
    unreadable: library.length,
  });
});

test.each(damages)(
  'where a record of the journal %s, those after it count, and it is told',
  async (_, how) => {
    const { storage, copy } = await filled(5);
    const note = (n: number, text: string): Promise<void> =>
      copy.note({ at: AT, day, through: 3 + n, changes: [[idOf(n), bookmark(n, text)]] }, 5);
    for (const n of [1, 2, 3]) await note(n, 'noted');
    await damage(storage, journalKey((copy.head()?.journal ?? 0) + 1), how);
    const notes = async (): Promise<string[] | undefined> =>
      (await restore(storage, 'present'))?.bookmarks.map(({ annotation }) =>
        annotation.note.slice(0, 9),
      );
    const old = `${2 * 7919}`.padEnd(400, `${2 * 104729}`).slice(0, 9);
    expect((await notes())?.slice(0, 4)).toEqual(['newest', 'noted', old, 'noted']);
    expect(await restore(storage, 'present')).toMatchObject({ lacksChanges: true });
    const again = await open(storage);
    expect(again.head()?.scanned).toBe(''); // the whole library is copied again
    await again.note({ at: AT, day, through: 9, changes: [[idOf(3), bookmark(3, 'later')]] }, 5);
    expect((await notes())?.slice(0, 4)).toEqual(['newest', 'noted', old, 'later']);
    const third = await open(storage);
    await third.fold();
    expect((await notes())?.slice(0, 4)).toEqual(['newest', 'noted', old, 'later']);
    expect([...storage.values.keys()].filter((key) => key.startsWith('backup.journal'))).toEqual(
      [],
    );
  },
);

test.each(damages)('where searches and colours %s, it is told', async (_, how) => {
  const { storage, copy } = await filled(5);
  const shelves = { searches: [{ name: 'New', query: 'is:unread', savedAt: AT }], colours: [] };
  await copy.fold({ at: AT, day, through: 3, changes: [], shelves });
  expect(await restore(storage, 'present')).toMatchObject({
    searchesAndColours: shelves,
    lacksSearches: false,
  });
  await damage(storage, copy.head()?.shelves?.key ?? '', how);
  const empty = { searches: [], colours: [] };
  expect(await restore(storage, 'present')).toMatchObject({
    searchesAndColours: empty,
    lacksSearches: true,
  });
});

test('a whole copy lacks nothing', async () => {
  const { storage, library } = await filled(400);
  expect(await restore(storage, 'present')).toEqual({
    bookmarks: library,
    searchesAndColours: { searches: [], colours: [] },
    unreadable: 0,
    lacksSearches: false,
    lacksChanges: false,
  });
});
