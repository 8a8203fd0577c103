import { expect, test } from 'vitest';
import { type Annotation, emptyAnnotation } from '../../../lib/papers/annotation';
import { type Filter, NO_FILTER } from '../../../lib/papers/list';
import type { Paper } from '../../../lib/papers/paper';
import { filterQuery } from '../../../lib/papers/query/filter';
import { matches } from '../../../lib/papers/query/matches';

const AT = '2026-04-16T08:00:00.000Z';
const NOW = new Date(AT);
const paper: Paper = { id: 'arxiv:2504.12345', title: 'Flow Matching', authors: [] };

test.each<[Partial<Filter>, Partial<Annotation>, boolean]>([
  [{ status: 'read' }, { status: 'read' }, true],
  [{ status: 'read' }, { status: 'reading' }, false],
  [{ status: 'read' }, { status: null }, false],
  [{ status: 'none' }, { status: null }, true],
  [{ status: 'none' }, { status: 'to-read' }, false],
  [{ tag: 'RL' }, { tags: ['rl'] }, true],
  [{ tag: 'rl' }, { tags: ['rl/offline'] }, true],
  [{ tag: 'rl/offline' }, { tags: ['rl'] }, false],
  [{ tag: 'rl' }, { tags: [] }, false],
  [{ starred: true }, { starred: false, note: 'x' }, false],
  [{ starred: true }, { starred: true }, true],
  [{ tag: 'rl', status: 'read', query: 'flow' }, { tags: ['rl'], status: 'read' }, true],
  [{ tag: 'rl', status: 'read', query: 'flow' }, { tags: ['rl'], status: null }, false],
  [{ tag: 'rl', query: 'flow OR other' }, { tags: ['rl'] }, true],
  [{ tag: 'rl', query: 'flow OR other' }, { tags: [] }, false],
])('the filter %j lets %j through: %s', (part, said, expected) => {
  const annotation = { ...emptyAnnotation(AT), starred: true, ...said };
  const query = filterQuery({ ...NO_FILTER, ...part }, NOW);
  expect(matches(query, { paper, annotation, addedAt: AT })).toBe(expected);
});

test('a filter that leaves nothing out is told from one that does', () => {
  const leaves = (part: Partial<Filter>): boolean =>
    filterQuery({ ...NO_FILTER, ...part }, NOW).kind !== 'all';
  expect(leaves({})).toBe(false);
  expect(leaves({ query: ' \n' })).toBe(false);
  expect(leaves({ query: 'a' })).toBe(true);
  expect(leaves({ status: 'none' })).toBe(true);
  expect(leaves({ tag: 'a' })).toBe(true);
  expect(leaves({ starred: true })).toBe(true);
});
