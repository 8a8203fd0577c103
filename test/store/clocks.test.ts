import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type AnnotationPatch, emptyAnnotation, isEmpty } from '../../lib/papers/annotation';
import type { Bookmark } from '../../lib/papers/bookmark';
import { mergeBookmarks } from '../../lib/papers/merging';
import { patchedAnnotation } from '../../lib/papers/trash';
import { evict } from '../../lib/store/commands/evict';
import { dropOrphans, stagePart } from '../../lib/store/commands/importing';
import { beginJob, forgetJobs } from '../../lib/store/commands/jobs';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { showPapers } from '../../lib/store/commands/showPapers';
import { createEviction } from '../../lib/worker/eviction';
import { expiryTime, TRUSTED_MS } from '../../lib/worker/expiring';
import {
  bookmark,
  clock,
  DAY,
  finish,
  freshDatabase,
  HOUR,
  id,
  paper,
  patch,
  undo,
} from './support';

// No annotation is lost to a wrong clock (docs/reliability.md, "Clocks").

const YEAR = 365 * DAY;

beforeEach(() => fakeBrowser.reset());

/** Runs what expires things once an hour, as long as the browser is used. */
async function live(
  evictWhenDue: () => Promise<void>,
  time: ReturnType<typeof clock>,
  hours: number,
) {
  for (let hour = 0; hour < hours; hour++) {
    time.pass(HOUR);
    await evictWhenDue();
  }
}

test('a clock that runs a year ahead for a day empties neither the trash nor the history', async () => {
  const db = freshDatabase();
  const time = clock();
  const evictWhenDue = createEviction(db, time.now);
  await live(evictWhenDue, time, 24 * 8);
  await patch(db, 1, { note: 'in the trash' }, time.now);
  await removeBookmark(db, id(1), time.now);
  await showPapers(
    db,
    { address: 'https://huggingface.co/papers', ids: [id(2)], papers: [paper(2)] },
    time.now,
  );
  time.pass(2 * YEAR);
  await live(evictWhenDue, time, 24);
  time.pass(-2 * YEAR);
  await live(evictWhenDue, time, 24);
  expect(await db.trash.count()).toBe(1);
  expect(await db.history.count()).toBe(1);
});

test('what is removed under a clock a year behind stays in the trash for thirty days of the right time', async () => {
  const db = freshDatabase();
  const time = clock();
  const evictWhenDue = createEviction(db, time.now);
  await live(evictWhenDue, time, 24 * 8);
  await patch(db, 1, { note: 'said today' }, time.now);
  await patch(db, 2, { note: 'said today, too' }, time.now);
  time.pass(-YEAR);
  await removeBookmark(db, id(1), time.now);
  const job = await beginJob(db, 'job', { kind: 'remove' }, async () => [id(2)], time.now);
  await finish(db, job);
  await live(evictWhenDue, time, 24);
  time.pass(YEAR);
  await live(evictWhenDue, time, 24 * 20);
  expect(await db.trash.count()).toBe(2);
  await live(evictWhenDue, time, 24 * 20);
  expect(await db.trash.count()).toBe(0); // and in the end it goes
});

test('what expires goes by a time that the clock has shown for days, and never by one ahead of it', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -2 * YEAR, max: 2 * YEAR }), { maxLength: 30 }),
      async (jumps) => {
        fakeBrowser.reset();
        const time = clock();
        for (const jump of jumps) {
          time.pass(jump);
          const expiry = await expiryTime(time.now);
          if (expiry === null) continue;
          expect(expiry.getTime()).toBeLessThanOrEqual(time.now().getTime());
        }
        // A clock that stays right is trusted in the end.
        for (let turn = 0; turn < 3; turn++) {
          time.pass(TRUSTED_MS);
          await expiryTime(time.now);
        }
        const expiry = await expiryTime(time.now);
        expect(time.now().getTime() - (expiry?.getTime() ?? 0)).toBeLessThanOrEqual(2 * TRUSTED_MS);
      },
    ),
  ));

test('the history that is too large is evicted whatever the clock says, and by age only by a trusted one', async () => {
  const db = freshDatabase();
  const { now } = clock();
  const numbers = [1, 2, 3];
  const shown = {
    address: 'https://huggingface.co/papers',
    ids: numbers.map(id),
    papers: numbers.map((n) => paper(n)),
  };
  await showPapers(db, shown, now);
  expect(await evict(db, { maxAgeDays: 1, maxPapers: 2 }, null)).toBe(1);
  expect(
    await evict(db, { maxAgeDays: 1, maxPapers: 2 }, new Date(now().getTime() + 2 * DAY)),
  ).toBe(2);
});

test('what is left of imports and jobs of a clock that ran ahead is dropped all the same', async () => {
  const db = freshDatabase();
  const time = clock();
  time.pass(YEAR);
  await stagePart(db, { import: 'ahead', part: 0, bookmarks: [bookmark(1)] }, time.now);
  await finish(db, await beginJob(db, 'ahead', { kind: 'remove' }, async () => [], time.now));
  time.pass(-YEAR);
  expect(await dropOrphans(db, time.now)).toBe(1);
  expect(await forgetJobs(db, time.now)).toBe(1);
});

test('between edits the clock goes a year back and forth: every edit counts, is newer than the one before, and is undone', async () => {
  const db = freshDatabase();
  const time = clock();
  const edits: AnnotationPatch[] = [
    { starred: true },
    { status: 'to-read', note: 'first' },
    { status: 'reading', note: 'first, second' },
    { status: 'read', addTags: ['done'] },
  ];
  const steps: (number | null)[] = [];
  const seen: string[] = [];
  for (const [turn, edit] of edits.entries()) {
    time.pass(turn % 2 === 0 ? -YEAR : YEAR);
    const { annotation, undo: step } = await patch(db, 1, edit, time.now);
    seen.push(annotation.statusAt ?? '');
    steps.push(step);
    const row = await db.bookmarks.get(id(1));
    expect(row?.annotation).toMatchObject({
      ...(edit.note === undefined ? {} : { note: edit.note }),
      ...(edit.status === undefined ? {} : { status: edit.status }),
    });
  }
  expect(seen).toEqual([...seen].sort());
  expect(new Set(seen).size).toBe(seen.length);
  await undo(db, steps.at(-1) ?? null);
  expect((await db.bookmarks.get(id(1)))?.annotation).toMatchObject({
    status: 'reading',
    tags: [],
  });
});

const times = fc.date({
  min: new Date('2000-01-01'),
  max: new Date('2090-01-01'),
  noInvalidDate: true,
});
const edit = fc.record({
  at: times.map((date) => date.toISOString()),
  patch: fc.oneof(
    fc.record({ note: fc.string({ minLength: 1 }).filter((text) => text.trim() !== '') }),
    fc.record({ status: fc.constantFrom('to-read' as const, 'reading' as const, 'read' as const) }),
    fc.record({ addTags: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }) }),
    fc.record({ starred: fc.constant(true) }),
  ),
});

test('an old export of the own library merges into the later one without taking anything back, whatever the clocks said', () =>
  fc.assert(
    fc.property(fc.array(edit, { minLength: 2, maxLength: 12 }), fc.nat(), (edits, cut) => {
      const states: Bookmark[] = [];
      for (const { at, patch: change } of edits) {
        const bookmark = states.at(-1) ?? null;
        const annotation = patchedAnnotation({ bookmark, trashed: null }, change, at);
        states.push({ paper: paper(1), annotation });
      }
      const last = states.at(-1);
      const old = states[cut % states.length];
      if (last === undefined || old === undefined || isEmpty(last.annotation)) return;
      for (const merged of [mergeBookmarks(last, old), mergeBookmarks(old, last)]) {
        expect(merged.annotation.status).toBe(last.annotation.status);
        expect(merged.annotation.starred).toBe(last.annotation.starred);
        expect(merged.annotation.tags).toEqual(last.annotation.tags);
        // Of two notes of which one has the other in it, but for blanks at its ends, the longer stays.
        expect(merged.annotation.note).toContain(last.annotation.note.trim());
        expect(merged.annotation.note).toContain(old.annotation.note.trim());
      }
    }),
  ));

test('two devices whose clocks disagree: both notes, all tags and every star are there after merging, in either order', () =>
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 8 }),
      fc.array(edit, { maxLength: 8 }),
      (here, there) => {
        const [a, b] = [here, there].map((edits) => ({
          paper: paper(1),
          annotation: edits.reduce(
            (said, { at, patch: change }) =>
              patchedAnnotation({ bookmark: { annotation: said }, trashed: null }, change, at),
            emptyAnnotation('2026-01-01T00:00:00.000Z'),
          ),
        }));
        if (a === undefined || b === undefined) return;
        const merged = mergeBookmarks(a, b);
        expect(merged).toEqual(mergeBookmarks(b, a));
        for (const { annotation } of [a, b]) {
          expect(merged.annotation.note).toContain(annotation.note.trim());
          expect(merged.annotation.tags).toEqual(expect.arrayContaining(annotation.tags));
          expect(merged.annotation.starred || !annotation.starred).toBe(true);
        }
        const said = [a.annotation.status, b.annotation.status].filter((status) => status !== null);
        if (said.length > 0) expect(said).toContain(merged.annotation.status);
      },
    ),
  ));
