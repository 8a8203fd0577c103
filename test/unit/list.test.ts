import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byRank, placeOf, type Ranked } from '../../lib/papers/list';

test('a row put where it belongs leaves a list sorted', () => {
  const row: fc.Arbitrary<Ranked> = fc.record({
    id: fc.integer({ min: 1000, max: 9999 }).map((n) => `arxiv:2504.${n}` as const),
    rank: fc.integer({ min: 0, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(row), row, (rows, added) => {
      const sorted = [...rows].sort(byRank);
      const grown = sorted.toSpliced(placeOf(added, sorted), 0, added);
      expect(grown).toEqual([...grown].sort(byRank));
    }),
  );
});
