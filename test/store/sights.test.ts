import { expect, test } from 'vitest';
import { clearHistory, evict } from '../../lib/store/commands/evict';
import { showPapers } from '../../lib/store/commands/showPapers';
import {
  forgetSights,
  measuredSince,
  rememberSights,
  sightsOf,
} from '../../lib/store/commands/sights';
import type { AsterismDatabase } from '../../lib/store/database';
import { clock, DAY, freshDatabase, id, paper } from './support';

const address = 'https://arxiv.org/list/cs.CL/new';

/** A history of papers 1 to 3. */
async function history() {
  const db = freshDatabase();
  const time = clock();
  const ids = [1, 2, 3].map(id);
  await showPapers(db, { address, ids, papers: [1, 2, 3].map((n) => paper(n)) }, time.now);
  const see = (n: number, seconds: number) =>
    rememberSights(db, [{ id: id(n), seconds }], time.now);
  return { db, ...time, see };
}

const rows = (db: AsterismDatabase) => db.sights.toArray();

test('a paper that was in sight is remembered, with the first time and the longest visit', async () => {
  const { db, see, pass } = await history();
  await see(1, 2);
  pass(DAY);
  await see(1, 9);
  await see(1, 4);
  expect(await rows(db)).toEqual([{ id: id(1), at: '2026-05-01T00:00:00.000Z', seconds: 9 }]);
});

test('told twice, it is as told once, in one message or in two', async () => {
  const { db, see, now } = await history();
  await see(2, 3);
  const once = await rows(db);
  await see(2, 3);
  await rememberSights(
    db,
    [
      { id: id(2), seconds: 3 },
      { id: id(2), seconds: 1 },
    ],
    now,
  );
  expect(await rows(db)).toEqual(once);
});

test('a paper that was only marked counts as seen, and measured time comes on top', async () => {
  const { db, see } = await history();
  await see(1, 0);
  expect([...(await sightsOf(db, [1, 2].map(id))).keys()]).toEqual([id(1)]);
  await see(1, 5);
  expect((await rows(db))[0]?.seconds).toBe(5);
});

test('a paper that is not in the history leaves nothing', async () => {
  const { db, see } = await history();
  await see(99, 5);
  expect(await rows(db)).toEqual([]);
});

test('what was marked is taken back, and nothing else', async () => {
  const { db, see } = await history();
  await see(1, 0);
  await see(2, 3);
  await forgetSights(db, [id(1), id(3)]);
  expect((await rows(db)).map((row) => row.id)).toEqual([id(2)]);
});

test('it goes with the history: by age, by number, and all of it', async () => {
  const { db, see, now, pass } = await history();
  for (const n of [1, 2]) await see(n, 3);
  pass(3 * DAY);
  await showPapers(db, { address, ids: [id(2)], papers: [paper(2)] }, now);
  await evict(db, { maxAgeDays: 2, maxPapers: 100 }, now());
  expect((await rows(db)).map((row) => row.id)).toEqual([id(2)]);
  await clearHistory(db);
  expect(await rows(db)).toEqual([]);
});

test('it is known since when it is measured', async () => {
  const { db, see, pass } = await history();
  expect(await measuredSince(db)).toBe(null);
  pass(DAY);
  await see(3, 1);
  pass(DAY);
  await see(1, 1);
  expect(await measuredSince(db)).toBe('2026-05-02T00:00:00.000Z');
});
