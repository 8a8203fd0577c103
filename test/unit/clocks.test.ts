import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { dayOf, daysAfter, FOREVER, KEPT, kept } from '../../lib/backup/generations';
import type { Generation } from '../../lib/backup/written';
import { mergeIncoming } from '../../lib/papers/merging';
import { library } from './arbitraries';
import { bookmarksIn, decode, encode } from './formats/files';

const { TZ } = process.env;
afterEach(() => {
  process.env['TZ'] = TZ ?? 'UTC';
});

const ZONES = ['Pacific/Kiritimati', 'UTC', 'America/Los_Angeles', 'Asia/Kathmandu'];

test('a library exported in one time zone and imported in another is the same, and again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      library,
      fc.constantFrom(...ZONES),
      fc.constantFrom(...ZONES),
      async (bookmarks, here, there) => {
        process.env['TZ'] = here;
        const file = encode(bookmarks, 3);
        process.env['TZ'] = there;
        const found = bookmarksIn(await decode(file));
        expect(found).toEqual(bookmarks);
        for (const [at, bookmark] of bookmarks.entries()) {
          const incoming = found[at];
          if (incoming !== undefined) expect(mergeIncoming(bookmark, incoming)).toEqual(bookmark);
        }
        expect(encode(found, 3)).toBe(file);
      },
    ),
    { numRuns: 40 },
  );
});

test('a day is the reader\u2019s own, where the reader is', () => {
  const moment = new Date('2026-04-16T23:30:00.000Z');
  process.env['TZ'] = 'Pacific/Kiritimati';
  expect(dayOf(moment)).toBe('2026-04-17');
  process.env['TZ'] = 'America/Los_Angeles';
  expect(dayOf(moment)).toBe('2026-04-16');
});

const day = fc.integer({ min: -400, max: 400 }).map((days) => daysAfter('2026-04-16', days));

function generations(days: string[]): Generation[] {
  return days.map((one, fold) => ({
    fold,
    root: null,
    shelves: null,
    through: fold,
    at: `${one}T00:00:00.000Z`,
    day: one,
  }));
}

test('whatever days the clock says and in whatever order, the newest copies stay, and what is on offer', () =>
  fc.assert(
    fc.property(fc.array(day, { maxLength: 40 }), day, fc.nat(), (days, today, which) => {
      const all = generations(days);
      const offered = all[which % Math.max(all.length, 1)];
      if (offered !== undefined) offered.pinned = FOREVER;
      const left = kept(all, today);
      expect(left).toEqual(all.filter((one) => left.includes(one))); // in their order
      const newest = all.slice(-KEPT.days);
      if (new Set(newest.map((one) => one.day)).size === newest.length) {
        expect(left).toEqual(expect.arrayContaining(newest));
      }
      expect(left).toEqual(expect.arrayContaining(all.slice(-1)));
      if (offered !== undefined) expect(left).toContain(offered);
    }),
  ));

test('a clock that jumps a year ahead drops no copy that was on offer before there was a change on a second day', () => {
  const all = generations([
    '2026-01-01',
    ...Array.from({ length: 40 }, (_, n) => daysAfter('2026-04-01', n)),
  ]);
  const [first] = all;
  if (first === undefined) throw new Error('there are forty-one');
  first.pinned = '2026-05-12';
  expect(kept(all, '2027-04-16')).toContain(first);
  expect(kept([...all, ...generations(['2027-04-16'])], '2027-04-17')).not.toContain(first);
});
