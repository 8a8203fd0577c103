import { expect, test, vi } from 'vitest';
import type { Query } from '../../lib/papers/query/ast';
import { parseQuery } from '../../lib/papers/query/parse';
import { writeQuery } from '../../lib/papers/query/write';
import type { Facets } from '../../lib/search/query/facets';
import type { SearchAnswer, SearchRequest } from '../../lib/search/query/request';
import { createStatistics } from '../../lib/views/statistics/statistics';
import { lastWeeks } from '../../lib/views/statistics/weeks';

const now = (): Date => new Date(2026, 3, 16, 12);
const SITES = ['Hugging Face', 'arXiv', 'DBLP'];
const FACETS: Facets = {
  status: [],
  year: [2026, 2024, 1999].map((value) => ({ value, count: 1 })),
  organization: [{ value: 'Google DeepMind', count: 3 }],
  tag: [
    { value: 'rl', count: 4 },
    { value: 'tree search', count: 1 },
  ],
};

/** A library that finds so many papers for each search, as it is typed; 1 where nothing is said. */
function libraryWith(counts: Record<string, number> = {}, facets: Facets | null = FACETS) {
  const asked: SearchRequest[] = [];
  const totalOf = (query: Query): number => counts[writeQuery(query)] ?? 1;
  const client = {
    search: vi.fn((request: SearchRequest, heard: (answer: SearchAnswer | null) => void) => {
      asked.push(request);
      const answer = { ids: [], unreadable: [], total: totalOf(request.query), facets, rest: 0 };
      queueMicrotask(() => {
        if (facets === null) return heard(null);
        heard({ ...answer, total: 99, isCurrent: false }); // what is not complete does not count
        heard({ ...answer, isCurrent: true });
      });
    }),
    close: vi.fn(),
  };
  return { client, asked, view: createStatistics({ client, now, sites: SITES }) };
}

test('weeks begin on Monday, end with the present one and follow on one another', () => {
  expect(lastWeeks(3, now())).toEqual([
    { from: '2026-03-30', to: '2026-04-05' },
    { from: '2026-04-06', to: '2026-04-12' },
    { from: '2026-04-13', to: '2026-04-19' },
  ]);
  expect(lastWeeks(1, new Date(2026, 3, 19))[0]?.to).toBe('2026-04-19'); // a Sunday is the last day
  expect(lastWeeks(1, new Date(2026, 0, 1))[0]?.from).toBe('2025-12-29');
  const year = lastWeeks(60, new Date(2026, 10, 26)); // through both changes of the clock
  for (const [at, { from }] of year.entries()) {
    expect(new Date(`${from}T12:00`).getDay()).toBe(1);
    expect(from > (year[at - 1]?.to ?? '')).toBe(true);
  }
});

test('the count of each bar is what its search finds, and the search can be typed', async () => {
  const { view, asked } = libraryWith({
    'is:starred': 40,
    'is:starred added:2026-04-13..2026-04-19': 7,
    'is:to-read': 12,
    'org:"Google DeepMind"': 5,
    'site:arXiv': 9,
    'site:DBLP': 0,
    'year:2024': 6,
  });
  await view.open();
  const state = view.state();
  expect(state.figures?.map(({ of, count }) => [of, count])).toContainEqual(['starred', 40]);
  expect(state.weeks?.at(-1)).toMatchObject({ count: 7 });
  expect(state.weeks).toHaveLength(26);
  expect(state.statuses?.map(({ of, count }) => [of, count])).toEqual([
    ['to-read', 12],
    ['reading', 1],
    ['read', 1],
    [null, 1],
  ]);
  expect(state.tags).toEqual([
    { of: 'rl', query: 'tag:rl', count: 4 },
    { of: 'tree search', query: 'tag:"tree search"', count: 1 },
  ]);
  expect(state.organizations).toEqual([
    { of: 'Google DeepMind', query: 'org:"Google DeepMind"', count: 5 },
  ]);
  expect(state.sites?.map(({ of }) => of)).toEqual(['arXiv', 'Hugging Face']);
  const { figures, weeks, statuses, tags, organizations, sites, years } = state;
  const charts = [figures, weeks, statuses, tags, organizations, sites, years];
  const queries = charts.flatMap((bars) => (bars ?? []).map(({ query }) => query));
  expect(queries.length).toBeGreaterThan(40);
  for (const query of queries) {
    const read = parseQuery(query, now());
    expect(read.problems).toEqual([]);
    expect(writeQuery(read.query)).toBe(query);
  }
  expect(asked.every(({ count, scope }) => count === 0 && scope === 'bookmarks')).toBe(true);
  expect(asked.filter(({ further }) => !further)).toHaveLength(1);
});

test('each of the last years has a bar, those of no paper too, and all before them one together', async () => {
  const { view } = libraryWith();
  await view.open();
  const { years } = view.state();
  expect(years?.[0]).toMatchObject({ of: { before: 2011 }, query: 'year:1999..2010' });
  expect(years?.slice(1).map(({ of }) => of)).toEqual(
    Array.from({ length: 16 }, (_, at) => 2011 + at),
  );
});

test('an empty library has nothing to draw, and one that cannot be read says so and can be tried again', async () => {
  const nothing: Facets = { status: [], year: [], organization: [], tag: [] };
  const zero = { '': 0, 'is:starred': 0, 'is:read': 0, 'is:noted': 0 };
  const empty = libraryWith(zero, nothing);
  await empty.view.open();
  expect(empty.view.state().figures?.every(({ count }) => count === 0)).toBe(true);
  expect(empty.view.state().years).toEqual([]);
  const broken = libraryWith({}, null);
  await broken.view.open();
  expect(broken.view.state()).toMatchObject({ failed: true, figures: null });
});

test('what was counted of a library that has changed since is not shown', async () => {
  const counts: Record<string, number> = { 'is:starred': 1 };
  const { view } = libraryWith(counts);
  const first = view.open();
  counts['is:starred'] = 2;
  await Promise.all([first, view.changed('all')]);
  expect(view.state().figures?.find(({ of }) => of === 'starred')?.count).toBe(2);
  expect(view.state().weeks).toHaveLength(26);
});

test('a place that is left counts no further', async () => {
  const { view, client, asked } = libraryWith();
  const opening = view.open();
  view.close();
  await opening;
  expect(client.close).toHaveBeenCalled();
  expect(asked.length).toBeLessThan(4);
});
