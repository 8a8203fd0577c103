import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Query } from '../../../lib/papers/query/ast';
import { parseQuery } from '../../../lib/papers/query/parse';
import { writeQuery } from '../../../lib/papers/query/write';
import { NOW, query, read, typed } from './queries';

const RUNS = { numRuns: 1_000 };

describe('a query as text', () => {
  test.each([
    ['', ''],
    ['a   b', 'a b'],
    ['a|b', 'a OR b'],
    ['(a OR b) c', '(a OR b) c'],
    ['(a b) OR c', 'a b OR c'],
    ['-(a b)', '-(a b)'],
    ['“a b', '"a b"'],
    ['"say \\"hi\\""', '"say \\"hi\\""'],
    ['TAG:rl', 'tag:rl'],
    ['tag:"tree search"', 'tag:"tree search"'],
    ['tag:"none" tag:none', 'tag:"none" tag:none'],
    ['year:>2020', 'year:2021..'],
    ['year:2020..2020', 'year:2020'],
    ['added:2026-03-01', 'added:2026-03-01'],
    ['added:2026-03', 'added:2026-03-01..2026-03-31'],
    ['added:>=2026-03-01', 'added:2026-03-01..'],
    ['added:<2026-03-01', 'added:..2026-02-28'],
  ])('%j is written %j', (text, expected) => {
    expect(writeQuery(read(text))).toBe(expected);
  });

  test.each(['a b', 'OR', '-a', 'tag:a', '(a)', 'a|b'])(
    'a word %j is written as a phrase',
    (text) => {
      expect(read(writeQuery({ kind: 'word', text }))).toEqual({ kind: 'phrase', text });
    },
  );

  test('reads as the same query again', () => {
    fc.assert(
      fc.property(query, (q) => {
        expect(parseQuery(writeQuery(q), NOW)).toEqual({ query: q, problems: [] });
      }),
      RUNS,
    );
  });
});

describe('any text', () => {
  test('has a reading, and its problems are within it', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const { from, to } of parseQuery(text, NOW).problems) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      }),
      RUNS,
    );
  });

  test('written as it was read, reads the same', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const first = read(text);
        const again = parseQuery(writeQuery(first), NOW);
        expect(again.query).toEqual(first);
        // What is no field is still none; all else has been put right.
        expect(again.problems.filter(({ code }) => code !== 'queryUnknownField')).toEqual([]);
      }),
      RUNS,
    );
  });

  test('has a reading that is flat', () => {
    const isFlat = (q: Query): boolean =>
      q.kind === 'not'
        ? q.part.kind !== 'not' && q.part.kind !== 'all' && isFlat(q.part)
        : !('parts' in q) ||
          (q.parts.length > 1 &&
            q.parts.every((part) => part.kind !== q.kind && part.kind !== 'all' && isFlat(part)));
    fc.assert(
      fc.property(typed, (text) => {
        expect(isFlat(read(text))).toBe(true);
      }),
      RUNS,
    );
  });
});
