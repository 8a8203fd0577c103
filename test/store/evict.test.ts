import { expect, test } from 'vitest';
import { emptyTrash } from '../../lib/store/commands/emptyTrash';
import { clearHistory, evict, evictHalf } from '../../lib/store/commands/evict';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { showPapers } from '../../lib/store/commands/showPapers';
import { attempt } from '../../lib/store/failures';
import { clock, DAY, factsIn, freshDatabase, id, libraryOf, paper, patch, undo } from './support';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Shows papers 1 to `last`, one a day; the first is bookmarked. */
async function historyOf(last: number) {
  const db = freshDatabase();
  const time = clock();
  await patch(db, 1, { starred: true }, time.now);
  for (const n of range(1, last)) {
    await showPapers(
      db,
      { address: 'https://huggingface.co/papers', ids: [id(n)], papers: [paper(n)] },
      time.now,
    );
    time.pass(DAY);
  }
  const left = async () => (await db.history.toArray()).map((row) => row.id);
  return { db, now: time.now, left };
}

test('papers that were not seen for longer than the policy says are evicted', async () => {
  const { db, now, left } = await historyOf(10);
  expect(await evict(db, { maxAgeDays: 3, maxPapers: 100 }, now())).toBe(7);
  expect(await left()).toEqual(range(8, 10).map(id));
});

test('beyond the number the longest unseen are evicted', async () => {
  const { db, now, left } = await historyOf(10);
  expect(await evict(db, { maxAgeDays: 365, maxPapers: 4 }, now())).toBe(6);
  expect(await left()).toEqual(range(7, 10).map(id));
  expect(await evict(db, { maxAgeDays: 365, maxPapers: 4 }, now())).toBe(0);
});

test('eviction never touches a bookmark or its facts, nor what is in the trash', async () => {
  const { db, now } = await historyOf(5);
  await patch(db, 2, { note: 'removed' }, now);
  await removeBookmark(db, id(2), now);
  const before = [await libraryOf(db), await db.trash.toArray()];
  const facts = await db.papers.where('id').belowOrEqual(id(2)).toArray();
  expect(facts).toHaveLength(2);
  for (const evicting of [
    () => evict(db, { maxAgeDays: 1, maxPapers: 1 }, now()),
    () => evictHalf(db),
    () => clearHistory(db),
  ]) {
    await evicting();
    expect([await libraryOf(db), await db.trash.toArray()]).toEqual(before);
    expect(await db.papers.where('id').belowOrEqual(id(2)).toArray()).toEqual(facts);
  }
  expect(await db.history.count()).toBe(0);
  expect(await db.papers.count()).toBe(2);
});

test('facts go with the last that needs them: the history, the library or the trash', async () => {
  const { db, now } = await historyOf(3);
  const known = async () => (await db.papers.toArray()).map((row) => row.id);
  await patch(db, 2, { starred: true }, now);
  await clearHistory(db);
  expect(await known()).toEqual([id(1), id(2)]);
  await removeBookmark(db, id(1), now);
  expect(await known()).toEqual([id(1), id(2)]);
  await emptyTrash(db, 'all');
  expect(await known()).toEqual([id(2)]);
  const { undo: step } = await patch(db, 2, { starred: false }, now);
  expect(await known()).toEqual([]);
  await undo(db, step);
  expect(await factsIn(db, 2)).toEqual(paper(2));
});

test('many papers are evicted in batches, all of them', async () => {
  const db = freshDatabase();
  const { now } = clock();
  const at = '2020-01-01T00:00:00.000Z';
  const seen = { firstSeenAt: at, firstSeenOn: '/', lastSeenAt: at, lastSeenOn: '/' };
  await db.papers.bulkPut(range(1, 2_500).map((n) => ({ id: id(n), paper: paper(n) })));
  await db.history.bulkPut(range(1, 2_500).map((n) => ({ id: id(n), ...seen })));
  expect(await evict(db, { maxAgeDays: 365, maxPapers: 100 }, now())).toBe(2_500);
  expect(await db.papers.count()).toBe(0);
});

test('when the disk is full half of the history gives way and the command succeeds', async () => {
  const { db, now, left } = await historyOf(6);
  let full = true;
  db.bookmarks.hook('creating', () => {
    if (full) throw new DOMException('full', 'QuotaExceededError');
  });
  const makeRoom = async (): Promise<void> => {
    await evictHalf(db);
    full = false;
  };
  const patched = await attempt(() => patch(db, 2, { starred: true }, now), makeRoom);
  expect(patched).toMatchObject({ ok: true, value: { annotation: { starred: true } } });
  expect(await left()).toEqual(range(4, 6).map(id));
});

test('a disk that stays full is a failure, and nothing is changed', async () => {
  const { db, now } = await historyOf(6);
  const before = await db.bookmarks.toArray();
  db.bookmarks.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const patched = await attempt(
    () => patch(db, 2, { starred: true }, now),
    () => evictHalf(db),
  );
  expect(patched).toMatchObject({ ok: false, code: 'full' });
  expect(await db.bookmarks.toArray()).toEqual(before);
  expect(await db.steps.count()).toBe(1);
});
