import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join, not, type Query } from '../../../lib/papers/query/ast';
import { parseQuery } from '../../../lib/papers/query/parse';
import { hasTerm, withoutTerm, withTerm } from '../../../lib/papers/query/terms';
import { read, term, typed } from './queries';

const rl: Query = { kind: 'tag', tag: 'rl' };
const RUNS = { numRuns: 1_000 };

test.each([
  ['', 'tag:rl'],
  ['flow  matching', 'flow  matching tag:rl'],
  ['flow ', 'flow tag:rl'],
  ['tag:RL', 'tag:RL'],
  ['a tag:"rl" b', 'a tag:"rl" b'],
  ['a -tag:rl b', 'a b tag:rl'],
  ['a OR b', '(a OR b) tag:rl'],
  ['a OR tag:rl', '(a OR tag:rl) tag:rl'],
  ['"tree sea', '"tree sea" tag:rl'],
  ['(a b', '(a b) tag:rl'],
  ['(a OR "b', '(a OR "b") tag:rl'],
  ['a OR', 'a tag:rl'],
  ['a) OR b', '(a OR b) tag:rl'],
  ['"a\\', '"a\\\\" tag:rl'],
  ['tag:', 'tag: tag:rl'],
])('%j, the tag clicked, is %j', (text, expected) => {
  expect(withTerm(text, rl)).toBe(expected);
});

test.each([
  ['tag:rl', ''],
  ['a tag:rl  b', 'a b'],
  ['a tag:RL', 'a'],
  ['tag:rl a tag:"rl" b', 'a b'],
  ['a -tag:rl', 'a -tag:rl'],
  ['a OR tag:rl', 'a OR tag:rl'],
  ['year: OR tag:rl', 'year: OR'],
  ['(a OR b) tag:rl', '(a OR b)'],
  ['a"b"tag:rl"c"', 'a"b" "c"'],
  ['a "rl', 'a "rl'],
  ['  a ', '  a '],
])('%j, the tag taken out, is %j', (text, expected) => {
  expect(withoutTerm(text, rl)).toBe(expected);
});

test.each<[Query, string]>([
  [{ kind: 'tag', tag: 'tree search' }, 'tag:"tree search"'],
  [{ kind: 'tag', tag: 'none' }, 'tag:"none"'],
  [{ kind: 'tag', tag: null }, 'tag:none'],
  [{ kind: 'org', text: 'Google DeepMind' }, 'org:"Google DeepMind"'],
  [{ kind: 'is', what: 'to-read' }, 'is:to-read'],
  [{ kind: 'year', from: 2025, to: 2025 }, 'year:2025'],
  [not(rl), '-tag:rl'],
])('%j is written %s', (one, expected) => {
  expect(withTerm('', one)).toBe(expected);
});

describe('in any text', () => {
  test('a term added is there, once', () => {
    fc.assert(
      fc.property(typed, term, (text, one) => {
        const added = withTerm(text, one);
        expect(hasTerm(added, one)).toBe(true);
        expect(withTerm(added, one)).toBe(added);
      }),
      RUNS,
    );
  });

  test('a term added asks for it and for all that was asked before', () => {
    fc.assert(
      fc.property(typed, term, (text, one) => {
        fc.pre(!hasTerm(text, one) && !hasTerm(text, not(one)));
        const before = read(text);
        const parts = before.kind === 'all' ? [one] : [before, one];
        expect(read(withTerm(text, one))).toEqual(join('and', parts));
      }),
      RUNS,
    );
  });

  test('a term taken out is gone, and adding it leaves nothing else behind', () => {
    fc.assert(
      fc.property(typed, term, (text, one) => {
        const without = withoutTerm(text, one);
        expect(hasTerm(without, one)).toBe(false);
        expect(withoutTerm(without, one)).toBe(without);
        if (without === text && !hasTerm(text, not(one))) {
          expect(read(withoutTerm(withTerm(text, one), one))).toEqual(read(text));
        }
      }),
      RUNS,
    );
  });

  test('what is added brings no problem with it', () => {
    fc.assert(
      fc.property(typed, term, (text, one) => {
        const count = (of: string): number => parseQuery(of, new Date(0)).problems.length;
        expect(count(withTerm(text, one))).toBeLessThanOrEqual(count(text));
      }),
      RUNS,
    );
  });
});
