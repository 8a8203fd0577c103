import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Annotation, emptyAnnotation } from '../../lib/papers/annotation';
import type { Bookmark } from '../../lib/papers/bookmark';
import {
  byRank,
  type Filter,
  isFiltering,
  matcher,
  NO_FILTER,
  placeOf,
  queryWords,
  type Ranked,
} from '../../lib/papers/list';
import type { Paper } from '../../lib/papers/paper';

const AT = '2026-04-16T08:00:00.000Z';

function bookmark(paper: Partial<Paper> = {}, annotation: Partial<Annotation> = {}): Bookmark {
  return {
    paper: { id: 'arxiv:2504.12345', title: 'Flow Matching', authors: [], ...paper },
    annotation: { ...emptyAnnotation(AT), starred: true, ...annotation },
  };
}

describe('a query finds', () => {
  const rich = bookmark(
    {
      title: 'Naïve Diffusion for ﬁne Control',
      abstract: 'We study Schrödinger bridges.',
      authors: ['Łukasz Kaiser', 'José García'],
      organization: { name: 'nvidia', fullname: 'NVIDIA Research' },
    },
    { tags: ['rl/offline'], note: 'Compare with 强化学习 baselines' },
  );
  test.each([
    ['', true, 'nothing typed: everything'],
    ['   ', true, 'only spaces: everything'],
    ['diffusion', true, 'a word of the title'],
    ['DIFFUSION', true, 'whatever the case'],
    ['naive', true, 'without diacritics'],
    ['naïve', true, 'with them'],
    ['fine', true, 'a ligature by its letters'],
    ['schrodinger', true, 'a word of the abstract'],
    ['garcia jose', true, 'an author, in any order'],
    ['nvidia', true, 'an organization'],
    ['offline', true, 'a part of a tag'],
    ['学习', true, 'Chinese in a note'],
    ['2504.12345', true, 'the id'],
    ['control bridges offline', true, 'words that are in three different parts'],
    ['diffusion transformer', false, 'only when every word occurs'],
    ['baselinesnaive', false, 'nothing across the border of two parts'],
    ['diff usion', true, 'parts of words'],
    ['(', false, 'special characters as they are'],
  ])('%j → %s: %s', (query, expected) => {
    expect(matcher({ ...NO_FILTER, query })(rich)).toBe(expected);
  });
});

test.each<[Partial<Filter>, Partial<Annotation>, boolean]>([
  [{ status: 'read' }, { status: 'read' }, true],
  [{ status: 'read' }, { status: 'reading' }, false],
  [{ status: 'read' }, { status: null }, false],
  [{ status: 'none' }, { status: null }, true],
  [{ status: 'none' }, { status: 'to-read' }, false],
  [{ tag: 'RL' }, { tags: ['rl'] }, true],
  [{ tag: 'rl' }, { tags: ['rl/offline'] }, false],
  [{ tag: 'rl' }, { tags: [] }, false],
  [{ starred: true }, { starred: false, note: 'x' }, false],
  [{ starred: true }, { starred: true }, true],
  [{ tag: 'rl', status: 'read', query: 'flow' }, { tags: ['rl'], status: 'read' }, true],
  [{ tag: 'rl', status: 'read', query: 'flow' }, { tags: ['rl'], status: null }, false],
])('the filter %j lets %j through: %s', (part, annotation, expected) => {
  expect(matcher({ ...NO_FILTER, ...part })(bookmark({}, annotation))).toBe(expected);
});

test('a filter that leaves nothing out is told from one that does', () => {
  expect(isFiltering(NO_FILTER)).toBe(false);
  expect(isFiltering({ ...NO_FILTER, query: ' \n' })).toBe(false);
  expect(isFiltering({ ...NO_FILTER, query: 'a' })).toBe(true);
  expect(isFiltering({ ...NO_FILTER, status: 'none' })).toBe(true);
  expect(isFiltering({ ...NO_FILTER, tag: 'a' })).toBe(true);
  expect(isFiltering({ ...NO_FILTER, starred: true })).toBe(true);
});

test('a word typed twice is looked for once', () => {
  expect(queryWords('Rl  rl RL agents')).toEqual(['rl', 'agents']);
});

test('every word of a bookmark’s own title finds it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (title) => {
      for (const query of title.split(/\s+/u)) {
        expect(matcher({ ...NO_FILTER, query })(bookmark({ title }))).toBe(true);
      }
    }),
  );
});

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
