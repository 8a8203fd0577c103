import { expect, test } from 'vitest';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { undoStep } from '../../lib/store/commands/undoStep';
import type { AsterismDatabase } from '../../lib/store/database';
import { freshDatabase, id, patch, ticking } from './support';

const rowOf = (db: AsterismDatabase, n = 1) => db.bookmarks.get(id(n));
const take = (step: number | null): number => {
  if (step === null) throw new Error('no step to take back');
  return step;
};

test("undo restores the star with its time, so that its place in the list is the old one's", async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true, note: 'keep' }, now);
  const before = await rowOf(db);
  const { undo } = await patch(db, 1, { starred: false }, now);
  expect(await undoStep(db, take(undo))).toEqual([id(1)]);
  expect(await rowOf(db)).toEqual(before);
});

test('undo puts back a bookmark that an unstar took out, facts and unknown fields included', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true }, now);
  await db.bookmarks.update(id(1), { extra: { rating: 5 } });
  const before = await rowOf(db);
  const { undo } = await patch(db, 1, { starred: false }, now);
  expect(await rowOf(db)).toBeUndefined();
  await undoStep(db, take(undo));
  expect(await rowOf(db)).toEqual(before);
});

test('undo puts back a removed bookmark with tags, note, status and times', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true, addTags: ['rl', 'agents'] }, now);
  await patch(db, 1, { note: 'a note', status: 'reading' }, now);
  const before = await rowOf(db);
  const step = take(await removeBookmark(db, id(1), now));
  await undoStep(db, step);
  await undoStep(db, step); // sent again
  expect(await rowOf(db)).toEqual(before);
});

test('undo of the first annotation takes the bookmark out again', async () => {
  const db = freshDatabase();
  const { undo } = await patch(db, 1, { starred: true }, ticking());
  await undoStep(db, take(undo));
  expect(await rowOf(db)).toBeUndefined();
});

test('undo keeps a newer change of another field', async () => {
  const db = freshDatabase();
  const now = ticking();
  const { undo } = await patch(db, 1, { starred: true }, now);
  const tagged = await patch(db, 1, { addTags: ['rl'] }, now);
  await undoStep(db, take(undo));
  expect((await rowOf(db))?.annotation).toEqual({
    ...tagged.annotation,
    starred: false,
    starredAt: null,
  });
});

test('undo keeps a newer change of the same field, also one back to the same value', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true, status: 'to-read' }, now);
  const { undo } = await patch(db, 1, { status: 'reading' }, now);
  await patch(db, 1, { status: 'read' }, now);
  const { annotation } = await patch(db, 1, { status: 'reading' }, now);
  await undoStep(db, take(undo));
  expect((await rowOf(db))?.annotation).toEqual(annotation);
});

test('undo of a removal keeps what was said of the paper since', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true, addTags: ['old'], note: 'old note' }, now);
  const step = take(await removeBookmark(db, id(1), now));
  const since = await patch(db, 1, { addTags: ['new'] }, now); // brings the old ones back
  await undoStep(db, step);
  expect((await rowOf(db))?.annotation).toEqual(since.annotation);
  expect(since.annotation).toMatchObject({ tags: ['new', 'old'], note: 'old note', starred: true });
});

test('the last hundred steps are kept, and no number is used twice', async () => {
  const db = freshDatabase();
  const now = ticking();
  const steps: number[] = [];
  for (let n = 0; n < 60; n += 1) {
    steps.push(take((await patch(db, 1, { starred: true }, now)).undo));
    steps.push(take((await patch(db, 1, { starred: false }, now)).undo));
  }
  expect(new Set(steps).size).toBe(120);
  expect(await db.steps.count()).toBe(100);
  expect(await undoStep(db, steps[0] ?? 0)).toBeNull();
  expect(await undoStep(db, steps[20] ?? 0)).toEqual([id(1)]);
  expect(await undoStep(db, steps.at(-1) ?? 0)).toEqual([id(1)]);
});
