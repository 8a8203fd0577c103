import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOf, segmentsOf } from '../../components/list/rowWindow';

test.each([
  ['all of a short list', 5, -800, 1400, { from: 0, to: 10 }],
  ['the top of a long one', 1_000, -800, 1_400, { from: 0, to: 20 }],
  ['its middle', 1_000, 50_000, 52_000, { from: 490, to: 530 }],
  ['its end', 1_000, 99_000, 101_000, { from: 980, to: 1_010 }],
  ['an empty list', 0, 0, 600, { from: 0, to: 10 }],
])('rows of 100 pixels that exist for %s', (_, count, top, bottom, expected) => {
  expect(rangeOf(count, top, bottom, () => 100)).toEqual(expected);
});

test('rows and gaps are the whole list, in order; kept rows and those in range exist', () => {
  const index = fc.nat({ max: 60 });
  fc.assert(
    fc.property(index, index, index, fc.array(index), (count, from, length, kept) => {
      const keep = new Set(kept);
      const segments = segmentsOf(count, { from, to: from + length }, keep, () => 1);
      let at = 0;
      for (const segment of segments) {
        if ('index' in segment) {
          expect(segment.index).toBe(at);
          at += 1;
        } else {
          expect(segment.after).toBe(at);
          for (let gone = at; gone < at + segment.height; gone++) {
            expect(keep.has(gone) || (gone >= from && gone < from + length)).toBe(false);
          }
          at += segment.height;
        }
      }
      expect(at).toBe(count);
    }),
  );
});
