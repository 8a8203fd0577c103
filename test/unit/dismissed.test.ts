import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decoded } from '../../lib/formats/decoded';
import { decodeLibrary } from '../../lib/formats/json/decode';
import { libraryEncoder } from '../../lib/formats/json/encode';
import type { Bookmark } from '../../lib/papers/bookmark';
import { type DismissedPaper, newlyDismissed } from '../../lib/papers/dismissed';
import { bookmark, paperId } from './arbitraries';

const AT = '2026-11-11T11:11:11.000Z';

const dismissedPaper: fc.Arbitrary<DismissedPaper> = fc.record({
  id: paperId,
  title: fc.string({ unit: 'grapheme', maxLength: 60 }),
  dismissedAt: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
});
const several = fc.uniqueArray(dismissedPaper, { selector: ({ id }) => id, maxLength: 12 });

/** All that a library file says, which was written with these papers, in chunks of some size. */
async function writtenAndRead(
  dismissed: readonly DismissedPaper[],
  bookmarks: readonly Bookmark[] = [],
  size = 7,
): Promise<Decoded[]> {
  const encoder = libraryEncoder({ exportedAt: AT, app: { name: 'A', version: '1' }, dismissed });
  const file = encoder.head() + encoder.records(bookmarks) + encoder.tail();
  async function* chunks() {
    for (let at = 0; at < file.length; at += size) yield file.slice(at, at + size);
  }
  return Array.fromAsync(decodeLibrary(chunks(), AT));
}

const dismissedIn = (items: readonly Decoded[]): DismissedPaper[] =>
  items.flatMap((item) => (item.kind === 'dismissed' ? item.paper : []));

describe('papers that were dismissed', () => {
  test('leave in a file and come back as they were, and none of them as a bookmark', async () => {
    await fc.assert(
      fc.asyncProperty(several, fc.integer({ min: 1, max: 400 }), async (papers, size) => {
        const read = await writtenAndRead(papers, [], size);
        expect(dismissedIn(read)).toEqual(papers);
        expect(read).toHaveLength(papers.length);
      }),
      { numRuns: 60 },
    );
  });

  test('beside bookmarks each stays what it is', async () => {
    await fc.assert(
      fc.asyncProperty(several, fc.array(bookmark, { maxLength: 3 }), async (papers, kept) => {
        const read = await writtenAndRead(papers, kept);
        expect(dismissedIn(read)).toEqual(papers);
        const bookmarks = read.flatMap((item) => (item.kind === 'bookmark' ? item.bookmark : []));
        expect(bookmarks.map(({ paper }) => paper.id)).toEqual(kept.map(({ paper }) => paper.id));
      }),
      { numRuns: 40 },
    );
  });

  test('come in once: what is there keeps its time, and the same file again adds nothing', () => {
    fc.assert(
      fc.property(fc.array(dismissedPaper), several, (coming, known) => {
        const { added, same } = newlyDismissed(coming, known);
        expect(added.length + same.length).toBe(coming.length);
        const ids = new Set(known.map(({ id }) => id));
        expect(added.filter(({ id }) => ids.has(id))).toEqual([]);
        expect(new Set(added.map(({ id }) => id)).size).toBe(added.length);
        expect(newlyDismissed(coming, [...known, ...added]).added).toEqual([]);
      }),
    );
  });

  test('of two files together the papers are the same, whichever comes first', () => {
    fc.assert(
      fc.property(several, several, (a, b) => {
        const ids = (first: DismissedPaper[], second: DismissedPaper[]): string[] => {
          const one = newlyDismissed(first, []).added;
          return [...one, ...newlyDismissed(second, one).added].map(({ id }) => id).sort();
        };
        expect(ids(a, b)).toEqual(ids(b, a));
      }),
    );
  });
});
