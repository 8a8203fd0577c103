import { expect, onTestFinished, test } from 'vitest';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { beginJob } from '../../lib/store/commands/jobs';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import type { AsterismDatabase } from '../../lib/store/database';
import { MOST_EVENTS } from '../../lib/store/events';
import { openReader } from '../../lib/store/reader';
import { bookmark, clock, finish, freshDatabase, id, patch, undo } from './support';

async function eventsOf(db: AsterismDatabase, n = 1) {
  const reader = await openReader(db.name);
  onTestFinished(() => reader.close());
  return (await reader.eventsOf(id(n))).map(({ step: _, ...event }) => event);
}

test("a paper's history tells stars, statuses, removal and return with their times, and no tags or notes", async () => {
  const db = freshDatabase();
  const { now, pass } = clock();
  const start = now().getTime();
  const after = (seconds: number) => new Date(start + seconds * 1_000).toISOString();
  const acts = [
    () => patch(db, 1, { starred: true, status: 'to-read' }, now),
    () => patch(db, 1, { addTags: ['rl'], note: 'x' }, now),
    () => patch(db, 1, { status: 'read' }, now),
    () => patch(db, 1, { starred: false }, now),
    () => removeBookmark(db, id(1), now),
    () => patch(db, 1, { starred: true }, now),
  ];
  for (const act of acts) {
    await act();
    pass(1_000);
  }
  expect(await eventsOf(db)).toEqual([
    { at: after(0), starred: true, status: 'to-read' },
    { at: after(2), status: 'read' },
    { at: after(3), starred: false },
    { at: after(4), trashed: true },
    { at: after(5), trashed: false },
  ]);
  expect(await eventsOf(db, 2)).toEqual([]);
});

test('what is taken back did not happen; what was done since stays', async () => {
  const db = freshDatabase();
  const { now } = clock();
  const ids = async () => [1, 2].map(id);
  const task = { kind: 'patch', patch: { starred: true } } as const;
  for (const n of [1, 2]) await patch(db, n, { addTags: ['x'] }, now);
  const job = await finish(db, await beginJob(db, 'j', task, ids, now));
  await patch(db, 2, { status: 'read' }, now);
  expect([await eventsOf(db, 1), await eventsOf(db, 2)]).toMatchObject([
    [{ starred: true }],
    [{ starred: true }, { status: 'read' }],
  ]);
  await undo(db, job.step);
  expect([await eventsOf(db, 1), await eventsOf(db, 2)]).toMatchObject([[], [{ status: 'read' }]]);
});

test('an import is not an event: it brings its own times', async () => {
  const db = freshDatabase();
  const { now } = clock();
  await stagePart(db, { import: 'i', part: 0, bookmarks: [bookmark(1)] }, now);
  await applyImport(db, 'i', now);
  expect(await db.events.count()).toBe(0);
});

test('the last hundred events are kept', async () => {
  const db = freshDatabase();
  const { now, pass } = clock();
  for (let n = 0; n < MOST_EVENTS + 5; n += 1) {
    await patch(db, 1, { starred: n % 2 === 0, addTags: ['x'] }, now);
    pass(1_000);
  }
  const events = await eventsOf(db);
  expect(events).toHaveLength(MOST_EVENTS);
  expect(events.at(-1)?.at).toBe(new Date(now().getTime() - 1_000).toISOString());
});
