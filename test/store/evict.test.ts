import { expect, test } from 'vitest';
import { clearHistory, evict, evictHalf } from '../../lib/store/commands/evict';
import { showPapers } from '../../lib/store/commands/showPapers';
import { attempt } from '../../lib/store/failures';
import { clock, DAY, freshDatabase, id, paper, patch } from './support';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Shows papers 1 to `last`, one a day; the first is bookmarked. */
async function historyOf(last: number) {
  const db = freshDatabase();
  const time = clock();
  await patch(db, 1, { starred: true }, time.now);
  for (const n of range(1, last)) {
    await showPapers(db, { listing: '/papers', ids: [id(n)], papers: [paper(n)] }, time.now);
    time.pass(DAY);
  }
  const left = async () => (await db.papers.toArray()).map((row) => row.id);
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

test('eviction never touches a bookmark', async () => {
  const { db, now } = await historyOf(5);
  const before = await db.bookmarks.toArray();
  expect(before).toHaveLength(1);
  await evict(db, { maxAgeDays: 1, maxPapers: 1 }, now());
  await evictHalf(db);
  await clearHistory(db);
  expect(await db.papers.count()).toBe(0);
  expect(await db.bookmarks.toArray()).toEqual(before);
});

test('many papers are evicted in batches, all of them', async () => {
  const db = freshDatabase();
  const { now } = clock();
  const at = '2020-01-01T00:00:00.000Z';
  const seen = { firstSeenAt: at, firstSeenOn: '/', lastSeenAt: at, lastSeenOn: '/' };
  await db.papers.bulkPut(range(1, 2_500).map((n) => ({ id: id(n), paper: paper(n), ...seen })));
  expect(await evict(db, { maxAgeDays: 365, maxPapers: 100 }, now())).toBe(2_500);
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
