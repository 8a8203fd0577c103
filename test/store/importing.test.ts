import { expect, test } from 'vitest';
import {
  abandonImport,
  applyImport,
  dropOrphans,
  stagePart,
} from '../../lib/store/commands/importing';
import { papersOfStep } from '../../lib/store/commands/jobs';
import type { AsterismDatabase } from '../../lib/store/database';
import {
  bookmark,
  clock,
  DAY,
  freshDatabase,
  id,
  patch,
  undo as takeBack,
  ticking,
} from './support';

const { now } = clock();
const all = async (db: AsterismDatabase) => ({
  bookmarks: await db.bookmarks.toArray(),
  steps: await db.steps.toArray(),
});
const stage = (db: AsterismDatabase, part: number, numbers: number[], name = 'i') =>
  stagePart(db, { import: name, part, bookmarks: numbers.map((n) => bookmark(n)) }, now);

test('staged bookmarks are not in the library before the import is applied', async () => {
  const db = freshDatabase();
  expect(await stage(db, 0, [1, 2])).toBe(2);
  expect(await db.bookmarks.count()).toBe(0);
  expect(await applyImport(db, 'i', now)).toMatchObject({ added: 2, merged: 0, same: 0, undo: 1 });
  expect((await db.bookmarks.toArray()).map((row) => row.id)).toEqual([id(1), id(2)]);
});

test('an import merges: all tags, both notes, the first star; what is there already is counted as the same', async () => {
  const db = freshDatabase();
  await patch(db, 1, { addTags: ['mine'], note: 'my note' }, now);
  const other = bookmark(1, { tags: ['theirs'], note: 'their note' });
  await stagePart(db, { import: 'i', part: 0, bookmarks: [other, bookmark(2), bookmark(2)] }, now);
  expect(await applyImport(db, 'i', now)).toMatchObject({ added: 1, merged: 1, same: 1 });
  expect((await db.bookmarks.get(id(1)))?.annotation).toMatchObject({
    starred: true,
    starredAt: '2026-01-01T00:00:00.000Z',
    tags: ['mine', 'theirs'],
    note: 'my note\n\n---\n\ntheir note',
  });
});

test('importing the same rows twice changes nothing', async () => {
  const db = freshDatabase();
  await stage(db, 0, [1, 2, 3], 'first');
  await applyImport(db, 'first', now);
  const before = await all(db);
  await stage(db, 0, [1, 2, 3], 'second');
  expect(await applyImport(db, 'second', now)).toMatchObject({
    added: 0,
    merged: 0,
    same: 3,
    undo: null,
  });
  expect(await all(db)).toEqual(before);
});

test('parts are merged in the order of their numbers; a part that is staged again replaces itself', async () => {
  const db = freshDatabase();
  await stage(db, 1, [3, 4]);
  await stage(db, 0, [1, 2]);
  await stage(db, 1, [3, 4]);
  expect(await applyImport(db, 'i', now)).toMatchObject({ added: 4, same: 0 });
});

test('applying again, when the answer was lost, changes nothing and says the same', async () => {
  const db = freshDatabase();
  await stage(db, 0, [1, 2]);
  const first = await applyImport(db, 'i', now);
  const before = await all(db);
  expect(await applyImport(db, 'i', now)).toEqual(first);
  expect(await all(db)).toEqual(before);
});

test('an import that fails half-way leaves the library as it was, and can be tried again', async () => {
  const db = freshDatabase();
  await patch(db, 1, { addTags: ['mine'] }, now);
  const before = await all(db);
  for (const part of [0, 1, 2]) {
    await stage(db, part, [part * 3 + 1, part * 3 + 2, part * 3 + 3]);
  }
  const fail = (): never => {
    throw new Error('the disk fell off');
  };
  const onCreate = (key: string): void => (key === id(8) ? fail() : undefined);
  db.bookmarks.hook('creating').subscribe(onCreate);
  await expect(applyImport(db, 'i', now)).rejects.toThrow('the disk fell off');
  db.bookmarks.hook('creating').unsubscribe(onCreate);
  expect(await all(db)).toEqual(before);
  expect(await applyImport(db, 'i', now)).toMatchObject({ added: 8, merged: 1 });
});

test('an import of several parts is one step; undoing it leaves what was there and what was changed since', async () => {
  const db = freshDatabase();
  const tick = ticking();
  await patch(db, 1, { addTags: ['mine'] }, tick);
  const before = await db.bookmarks.get(id(1));
  await stagePart(db, { import: 'i', part: 0, bookmarks: [bookmark(1, { tags: ['new'] })] }, now);
  await stage(db, 1, [2, 3]);
  const { undo } = await applyImport(db, 'i', tick);
  await patch(db, 3, { note: 'written since' }, tick);
  expect(await papersOfStep(db, undo ?? 0)).toEqual([id(1), id(2), id(3)]);
  await takeBack(db, undo);
  expect(await db.bookmarks.get(id(1))).toEqual(before);
  expect(await db.bookmarks.get(id(2))).toBeUndefined();
  expect((await db.bookmarks.get(id(3)))?.annotation).toMatchObject({
    starred: false,
    note: 'written since',
  });
});

test('a record that says nothing about its paper is not a bookmark', async () => {
  const db = freshDatabase();
  const nothing = bookmark(1, { starred: false, starredAt: null });
  await stagePart(db, { import: 'i', part: 0, bookmarks: [nothing] }, now);
  expect(await applyImport(db, 'i', now)).toMatchObject({
    added: 0,
    merged: 0,
    same: 1,
    undo: null,
  });
  expect(await db.bookmarks.count()).toBe(0);
});

test('an abandoned import leaves nothing behind and no other import', async () => {
  const db = freshDatabase();
  await stage(db, 0, [1, 2]);
  await stage(db, 1, [3]);
  await stage(db, 0, [4], 'other');
  expect(await abandonImport(db, 'i')).toBe(3);
  expect((await db.staged.toArray()).map((part) => part.import)).toEqual(['other']);
});

test('what an import left behind is dropped after a day', async () => {
  const db = freshDatabase();
  const time = clock();
  await stagePart(db, { import: 'old', part: 0, bookmarks: [bookmark(1)] }, time.now);
  time.pass(DAY);
  expect(await dropOrphans(db, time.now)).toBe(0);
  time.pass(1);
  await stagePart(db, { import: 'new', part: 0, bookmarks: [bookmark(1)] }, time.now);
  expect(await dropOrphans(db, time.now)).toBe(1);
  expect((await db.staged.toArray()).map((part) => part.import)).toEqual(['new']);
});
