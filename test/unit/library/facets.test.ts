import { expect, test } from 'vitest';
import type { Facets } from '../../../lib/search/query/facets';
import { facetValues, quickValues, toggled } from '../../../lib/views/library/facets';

const FACETS: Facets = {
  status: [
    { value: null, count: 4 },
    { value: 'to-read', count: 3 },
    { value: 'reading', count: 0 },
    { value: 'read', count: 1 },
  ],
  year: [
    { value: 2025, count: 5 },
    { value: null, count: 2 },
  ],
  organization: [{ value: 'X Labs', count: 2 }],
  tag: [
    { value: 'rl', count: 3 },
    { value: 'tree search', count: 1 },
  ],
};

test.each([
  ['status', ['is:to-read', 'is:read']],
  ['year', ['year:2025']],
  ['organization', ['org:"X Labs"']],
  ['tag', ['tag:rl', 'tag:"tree search"']],
] as const)(
  '%s: each value is a term; what is not known, or is not there, cannot be asked for',
  (name, terms) => {
    expect(facetValues(FACETS, name, '').map(({ term }) => term)).toEqual(terms);
  },
);

test('a value that the search asks for is chosen, and a click takes it out again', () => {
  const [rl] = facetValues(FACETS, 'tag', 'tag:RL  planning');
  expect(rl?.chosen).toBe(true);
  expect(rl && toggled('tag:RL  planning', rl)).toBe('planning');
});

test('values are added to what is typed', () => {
  const [, tree] = facetValues(FACETS, 'tag', 'a OR b');
  expect(tree && toggled('a OR b', tree)).toBe('(a OR b) tag:"tree search"');
  const [starred] = quickValues('planning');
  expect(starred && toggled('planning', starred)).toBe('planning is:starred');
});
