import { expect, onTestFinished, test } from 'vitest';
import { emptyTrash, purgeTrash } from '../../lib/store/commands/emptyTrash';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { beginJob } from '../../lib/store/commands/jobs';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import type { AsterismDatabase } from '../../lib/store/database';
import { openReader } from '../../lib/store/reader';
import {
  bookmark,
  clock,
  DAY,
  finish,
  freshDatabase,
  id,
  libraryOf,
  patch,
  ticking,
  undo,
} from './support';

const saidIn = async (db: AsterismDatabase, n = 1) => (await db.bookmarks.get(id(n)))?.annotation;
const trashed = async (db: AsterismDatabase) => {
  const reader = await openReader(db.name);
  onTestFinished(() => reader.close());
  return reader.trash();
};
const restore = async (db: AsterismDatabase, numbers: number[], now: () => Date) =>
  finish(
    db,
    await beginJob(db, crypto.randomUUID(), { kind: 'restore' }, async () => numbers.map(id), now),
  );

test('what is removed is in the trash, whole, the last first', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true, addTags: ['rl'], note: 'x', status: 'reading' }, now);
  await patch(db, 2, { starred: true }, now);
  await db.bookmarks.update(id(1), { extra: { rating: 5 } });
  const [before] = await libraryOf(db);
  await removeBookmark(db, id(1), now);
  await removeBookmark(db, id(2), now);
  const rows = await trashed(db);
  expect(rows.map((row) => row.paper.id)).toEqual([id(2), id(1)]);
  expect(rows[1]).toEqual({ ...before, trashedAt: rows[1]?.trashedAt });
});

test('starring a removed paper brings back its tags, note and status, at its old place', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true, addTags: ['rl'], note: 'x', status: 'reading' }, now);
  const before = await db.bookmarks.get(id(1));
  await removeBookmark(db, id(1), now);
  const { annotation } = await patch(db, 1, { starred: true }, now);
  expect(annotation).toEqual(before?.annotation);
  expect(await db.bookmarks.get(id(1))).toEqual(before);
  expect(await trashed(db)).toEqual([]);
});

test('starring a removed paper that is known from nowhere else needs no facts', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { addTags: ['rl'] }, now);
  await removeBookmark(db, id(1), now);
  expect(await patchAnnotation(db, { id: id(1), patch: { starred: true } }, now)).toMatchObject({
    annotation: { starred: true, tags: ['rl'] },
  });
});

test('undoing the star puts everything back into the trash', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { addTags: ['rl'], note: 'x' }, now);
  await removeBookmark(db, id(1), now);
  const before = await trashed(db);
  const starred = await patch(db, 1, { starred: true }, now);
  await undo(db, starred.undo);
  await undo(db, starred.undo); // sent again
  expect(await trashed(db)).toEqual(before);
  expect(await db.bookmarks.count()).toBe(0);
});

test('a note typed on a removed paper never replaces its old note, whatever is typed next', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true, addTags: ['rl'], note: 'the old note' }, now);
  await removeBookmark(db, id(1), now);
  for (const note of ['t', 'th', 'the new']) await patch(db, 1, { note }, now);
  expect(await saidIn(db)).toMatchObject({ starred: true, tags: ['rl'], note: 'the new' });
  expect((await trashed(db)).map((row) => row.annotation.note)).toEqual(['the old note']);
  await restore(db, [1], now);
  expect(await saidIn(db)).toMatchObject({ note: 'the new\n\n---\n\nthe old note' });
  expect(await trashed(db)).toEqual([]);
});

test('a paper removed twice has both notes in the trash, and undo takes back the second removal alone', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { note: 'the old note' }, now);
  await removeBookmark(db, id(1), now);
  await patch(db, 1, { note: 'the new' }, now);
  const [before, inTrash] = [await saidIn(db), await trashed(db)];
  const step = await removeBookmark(db, id(1), now);
  expect((await trashed(db)).map((row) => row.annotation.note)).toEqual([
    'the new\n\n---\n\nthe old note',
  ]);
  await undo(db, step);
  expect([await saidIn(db), await trashed(db)]).toEqual([before, inTrash]);
});

test('restoring gives back exactly what was removed; undoing that removes it again', async () => {
  const db = freshDatabase();
  const now = ticking();
  for (const n of [1, 2]) await patch(db, n, { starred: true, note: `note ${n}` }, now);
  const before = await db.bookmarks.toArray();
  for (const n of [1, 2]) await removeBookmark(db, id(n), now);
  const inTrash = await trashed(db);
  const job = await restore(db, [1, 2, 3], now);
  expect(job).toMatchObject({ changed: 2 });
  expect(await db.bookmarks.toArray()).toEqual(before);
  await undo(db, job.step);
  expect(await db.bookmarks.count()).toBe(0);
  expect(await trashed(db)).toEqual(inTrash);
});

test('importing a removed paper brings back what the trash has of it', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { addTags: ['mine'], note: 'my note' }, now);
  await removeBookmark(db, id(1), now);
  const bookmarks = [bookmark(1, { tags: ['theirs'], note: 'their note' })];
  await stagePart(db, { import: 'i', part: 0, bookmarks }, now);
  const { undo: step } = await applyImport(db, 'i', now);
  expect(await saidIn(db)).toMatchObject({ tags: ['mine', 'theirs'], starred: true });
  expect((await saidIn(db))?.note).toContain('my note');
  await undo(db, step);
  expect(await db.bookmarks.count()).toBe(0);
  expect(await trashed(db)).toMatchObject([{ annotation: { note: 'my note', tags: ['mine'] } }]);
});

test('an annotation whose last field is cleared is not in the trash', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true }, now);
  await patch(db, 1, { starred: false }, now);
  expect(await trashed(db)).toEqual([]);
});

test('emptying deletes for good what was asked for, with its history, and nothing of the library', async () => {
  const db = freshDatabase();
  const now = ticking();
  for (const n of [1, 2, 3, 4]) await patch(db, n, { starred: true, note: 'old' }, now);
  const step = await removeBookmark(db, id(1), now);
  await removeBookmark(db, id(2), now);
  await removeBookmark(db, id(3), now);
  await patch(db, 3, { note: 'new' }, now); // in both
  expect(await emptyTrash(db, [id(1), id(4), id(9)])).toBe(1);
  expect((await trashed(db)).map((row) => row.paper.id)).toEqual([id(3), id(2)]);
  expect(await emptyTrash(db, 'all')).toBe(2);
  expect(await trashed(db)).toEqual([]);
  expect(await db.bookmarks.toCollection().primaryKeys()).toEqual([id(3), id(4)]);
  expect(await db.events.toCollection().primaryKeys()).toEqual([id(3), id(4)]);
  await undo(db, step);
  expect(await saidIn(db, 1)).toBeUndefined();
});

test('what was removed is purged after thirty days, not before', async () => {
  const db = freshDatabase();
  const { now, pass } = clock();
  await patch(db, 1, { starred: true }, now);
  await removeBookmark(db, id(1), now);
  pass(30 * DAY);
  expect(await purgeTrash(db, now())).toBe(0);
  pass(1);
  expect(await purgeTrash(db, now())).toBe(1);
  expect(await trashed(db)).toEqual([]);
});
