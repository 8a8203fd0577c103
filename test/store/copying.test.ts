import { expect, test } from 'vitest';
import { copiedFields } from '../../lib/backup/copiedFields';
import { readOffer } from '../../lib/backup/offer';
import { restore } from '../../lib/backup/restoring';
import { HEADS, OFFER } from '../../lib/backup/storage';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { beginJob } from '../../lib/store/commands/jobs';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { saveSearch } from '../../lib/store/commands/searches';
import { colourTag } from '../../lib/store/commands/tags';
import type { AsterismDatabase } from '../../lib/store/database';
import { createCopying } from '../../lib/worker/copying';
import { type MemoryStorage, memoryStorage } from '../unit/backup/memory';
import { bookmark, clock, DAY, finish, freshDatabase, id, libraryOf, patch } from './support';

const time = clock('2026-05-04T12:00:00.000Z');
const pace = { rest: async () => {} };

function copyingOf(db: AsterismDatabase, storage: MemoryStorage, now = time.now) {
  return createCopying({ db, storage, now, pace });
}

async function library(db: AsterismDatabase) {
  return (await libraryOf(db)).map(copiedFields);
}

async function importMany(db: AsterismDatabase, count: number): Promise<void> {
  const bookmarks = Array.from({ length: count }, (_, n) => bookmark(n));
  for (let part = 0; part * 1_000 < count; part++) {
    const some = bookmarks.slice(part * 1_000, (part + 1) * 1_000);
    await stagePart(db, { import: 'i', part, bookmarks: some }, time.now);
  }
  await applyImport(db, 'i', time.now);
}

test('every change is in the copy: annotations, removals, many at once, an import', async () => {
  const [db, storage] = [freshDatabase(), memoryStorage()];
  const copying = copyingOf(db, storage);
  await copying.copy();
  await importMany(db, 2_500);
  await copying.copy();
  expect((await restore(storage, 'present'))?.bookmarks).toEqual(await library(db));
  await patch(db, 7, { note: 'mine', status: 'read', addTags: ['rl'] }, time.now);
  await removeBookmark(db, id(8), time.now);
  expect(await copying.copy()).toEqual({ waits: true });
  expect((await restore(storage, 'present'))?.bookmarks).toEqual(await library(db));
  const ids = Array.from({ length: 1_200 }, (_, n) => id(n * 2));
  const job = await beginJob(
    db,
    'j',
    { kind: 'patch', patch: { starred: false } },
    async () => ids,
    time.now,
  );
  await finish(db, job);
  await copying.copy();
  await copying.fold();
  const restored = await restore(storage, 'present');
  expect(restored?.bookmarks).toEqual(await library(db));
  expect(restored?.bookmarks.length).toBeLessThan(2_500 - 1_000);
  expect(await db.uncopied.count()).toBe(0);
});

test('a library that was there before its first copy is copied whole, also when the worker dies on the way', async () => {
  const [db, storage] = [freshDatabase(), memoryStorage()];
  await importMany(db, 5_000);
  await db.uncopied.clear();
  storage.life = 3;
  await expect(copyingOf(db, storage).copy()).rejects.toThrow();
  storage.life = Number.POSITIVE_INFINITY;
  await copyingOf(db, storage).copy();
  expect((await restore(storage, 'present'))?.bookmarks).toEqual(await library(db));
});

test('a change that was committed just before the worker died is copied by the next', async () => {
  const [db, storage] = [freshDatabase(), memoryStorage()];
  await copyingOf(db, storage).copy();
  await patch(db, 1, { starred: true }, time.now);
  storage.life = 0;
  await expect(copyingOf(db, storage).copy()).rejects.toThrow();
  storage.life = Number.POSITIVE_INFINITY;
  await copyingOf(db, storage).copy();
  expect((await restore(storage, 'present'))?.bookmarks).toEqual(await library(db));
  expect(await readOffer(storage)).toBe(null);
});

test('a database that is gone is offered back, and what is new does not overwrite the offer', async () => {
  const [lost, storage] = [freshDatabase(), memoryStorage()];
  await copyingOf(lost, storage).copy();
  await importMany(lost, 300);
  await copyingOf(lost, storage).copy();
  await patch(lost, 1, { note: 'in the journal only' }, time.now);
  await copyingOf(lost, storage).copy();
  const before = await library(lost);

  const db = freshDatabase();
  const copying = copyingOf(db, storage);
  await copying.copy();
  const offer = await readOffer(storage);
  expect(offer).toMatchObject({ papers: 300, reason: 'empty' });
  const offered = async () => (await restore(storage, offer?.name ?? 0))?.bookmarks;
  expect(await offered()).toEqual(before);

  // The reader begins again, for months.
  for (let day = 0; day < 60; day++) {
    time.pass(DAY);
    await patch(db, day, { starred: true }, time.now);
    await copying.copy();
    await copying.fold();
  }
  expect(await offered()).toEqual(before);
  expect((await restore(storage, 'present'))?.bookmarks).toEqual(await library(db));

  // Decided: it stays for four weeks.
  await storage.remove([OFFER]);
  for (let day = 0; day < 40; day++) {
    await patch(db, 100 + day, { starred: true }, time.now);
    await copying.copy();
    await copying.fold();
    if (day === 27) expect(await offered()).toEqual(before);
    time.pass(DAY);
  }
  expect(await offered()).toBe(undefined);
});

test('a database that lacks what the copy has seen is offered what it lacks', async () => {
  const [db, storage] = [freshDatabase(), memoryStorage()];
  await patch(db, 1, { starred: true }, time.now);
  await copyingOf(db, storage).copy();
  const [then, state] = [await db.uncopied.toArray(), await db.copyState.toArray()];
  await patch(db, 2, { starred: true }, time.now);
  await copyingOf(db, storage).copy();
  await copyingOf(db, storage).fold();
  // As a profile that was put back from an older backup has it.
  await db.bookmarks.delete(id(2));
  await db.uncopied.clear();
  await db.uncopied.bulkAdd(then);
  await db.copyState.bulkPut(state);
  await copyingOf(db, storage).copy();
  const offer = await readOffer(storage);
  expect(offer).toMatchObject({ reason: 'older', papers: 2 });
  expect((await restore(storage, offer?.name ?? 0))?.bookmarks.map((one) => one.paper.id)).toEqual([
    id(1),
    id(2),
  ]);
});

test('what only the journal has is offered, too, where the database cannot be read', async () => {
  const [db, storage] = [freshDatabase(), memoryStorage()];
  const copying = copyingOf(db, storage);
  await copying.copy();
  await patch(db, 1, { starred: true }, time.now);
  expect(await copying.copy()).toEqual({ waits: true });
  await copyingOf(db, storage).offerUnread();
  expect(await readOffer(storage)).toMatchObject({ reason: 'unreadable', papers: 1 });
  expect((await restore(storage, 'present'))?.bookmarks).toHaveLength(1);
});

test('a reader who removes everything is not offered it back; a table that is suddenly empty is', async () => {
  const [db, storage] = [freshDatabase(), memoryStorage()];
  await patch(db, 1, { starred: true }, time.now);
  await copyingOf(db, storage).copy();
  await removeBookmark(db, id(1), time.now);
  await copyingOf(db, storage).copy();
  await copyingOf(db, storage).fold();
  await copyingOf(db, storage).copy();
  expect(await readOffer(storage)).toBe(null);
  await patch(db, 1, { starred: true }, time.now);
  await copyingOf(db, storage).copy();
  await copyingOf(db, storage).fold();
  await db.bookmarks.clear();
  await db.uncopied.clear();
  await copyingOf(db, storage).copy();
  expect(await readOffer(storage)).toMatchObject({ reason: 'empty', papers: 1 });
});

test('a copy that is gone is made again, and nothing is offered', async () => {
  const [db, storage] = [freshDatabase(), memoryStorage()];
  await patch(db, 1, { starred: true }, time.now);
  await copyingOf(db, storage).copy();
  await copyingOf(db, storage).fold();
  storage.values.clear();
  await copyingOf(db, storage).copy();
  expect((await restore(storage, 'present'))?.bookmarks).toEqual(await library(db));
  expect(await readOffer(storage)).toBe(null);
});

test('saved searches and colours are copied', async () => {
  const [db, storage] = [freshDatabase(), memoryStorage()];
  const copying = copyingOf(db, storage);
  await copying.copy();
  await saveSearch(db, { name: 'New', query: 'is:unread' }, time.now);
  await colourTag(db, 'RL', 'blue', time.now);
  await copying.copy();
  const searchesAndColours = (await restore(storage, 'present'))?.searchesAndColours;
  expect(searchesAndColours).toEqual({
    searches: await db.searches.toArray(),
    colours: await db.colours.toArray(),
  });
});

test('a star costs one small write in the copy, whatever else there is', async () => {
  const [db, storage] = [freshDatabase(), memoryStorage()];
  const copying = copyingOf(db, storage);
  await importMany(db, 2_000);
  await copying.copy();
  storage.counts.keysWritten = 0;
  storage.counts.charactersWritten = 0;
  await patch(db, 3, { note: 'new' }, time.now);
  await copying.copy();
  expect(storage.counts.keysWritten).toBe(1);
  expect(storage.counts.charactersWritten).toBeLessThan(1_000);
});

test.each([
  [[0], true],
  [[1], true],
  [[0, 1], true],
  [[0], false],
  [[1], false],
  [[0, 1], false],
])(
  'where heads %j of the copy are damaged, a lost library is offered back whole (folded: %s)',
  async (damaged, isFolded) => {
    const [lost, storage] = [freshDatabase(), memoryStorage()];
    await copyingOf(lost, storage).copy();
    await patch(lost, 1, { note: 'mine' }, time.now);
    await patch(lost, 2, { starred: true }, time.now);
    const copying = copyingOf(lost, storage);
    await copying.copy();
    if (isFolded) await copying.fold();
    const before = await library(lost);
    for (const head of damaged) storage.values.set(HEADS[head] ?? '', 'damaged');
    await copyingOf(freshDatabase(), storage).copy();
    const offer = await readOffer(storage);
    expect(offer).toMatchObject({ papers: 2, reason: 'empty' });
    expect((await restore(storage, offer?.name ?? 0))?.bookmarks).toEqual(before);
  },
);

test('where both heads of the copy of a library that is there are damaged, it is copied again, and nothing is offered', async () => {
  const [db, storage] = [freshDatabase(), memoryStorage()];
  await copyingOf(db, storage).copy();
  await patch(db, 1, { note: 'mine' }, time.now);
  await copyingOf(db, storage).copy();
  for (const head of HEADS) storage.values.set(head, 'damaged');
  await patch(db, 2, { starred: true }, time.now);
  await copyingOf(db, storage).copy();
  expect(await readOffer(storage)).toBe(null);
  expect((await restore(storage, 'present'))?.bookmarks).toEqual(await library(db));
});
