import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { PaperId } from '../../../lib/papers/ids';
import type { Paper } from '../../../lib/papers/paper';
import { matches } from '../../../lib/papers/query/matches';
import { entryOf, isIn, type Scope, type SearchDocument } from '../../../lib/search/document';
import { UNKNOWN } from '../../../lib/search/index/segment';
import type { ReadFits } from '../../../lib/search/query/fits';
import { ORDERS } from '../../../lib/search/query/order';
import type { SearchAnswer, SearchRequest } from '../../../lib/search/query/request';
import { createSearch, type Search } from '../../../lib/search/query/searcher';
import { type FakeSource, fakeSource } from './fakeSource';
import { documents, query } from './libraries';
import { compareNaive, naiveFit } from './naive';

// Many runs on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

type Asked = SearchRequest;
const open = (source: FakeSource, scope: Scope): Search =>
  createSearch(source, scope, fitsOf(source));

/** Learned from some papers; others are scored when they are searched. Unknown ones come last, as infinitely bad. */
function fitsOf(source: FakeSource): ReadFits {
  const known = [...source.rows.keys()].slice(0, 10).flatMap((id): [PaperId, number][] => {
    const fit = naiveFit(id);
    return fit === undefined ? [] : [[id, fit]];
  });
  const fits = {
    known: new Map(known),
    score: ({ id }: Paper) => naiveFit(id) ?? UNKNOWN,
  };
  return async () => fits;
}

async function answersOf(search: Search, asked: Asked): Promise<SearchAnswer[]> {
  const answers: SearchAnswer[] = [];
  await search(asked, (answer) => answers.push(answer), new AbortController().signal);
  return answers;
}

function naive(source: FakeSource, { query: wanted, order, scope: where }: Asked): string[] {
  return [...source.rows.values()]
    .filter((one) => isIn(where, one) && matches(wanted, entryOf(one, where)))
    .sort(compareNaive(order.by, order.ascending))
    .map(({ id }) => id);
}

const scope = fc.constantFrom<Scope>('bookmarks', 'history');
const asked: fc.Arbitrary<Asked> = fc.record({
  query,
  scope,
  order: fc.record({ by: fc.constantFrom(...ORDERS), ascending: fc.boolean() }),
  from: fc.nat(3),
  count: fc.nat(20),
  facets: fc.boolean(),
});
type Step = (source: FakeSource, pool: readonly SearchDocument[]) => void;
const place = fc.nat(39);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(place, place).map(
    ([from, count]): Step =>
      (source, pool) =>
        source.put(pool.slice(from, from + count)),
  ),
  // The paper stays and what is said of it is that of another.
  fc.tuple(place, place).map(
    ([at, other]): Step =>
      (source, pool) => {
        const [one, said] = [pool[at], pool[other]];
        if (one && said)
          source.put([{ ...said, id: one.id, paper: { ...said.paper, id: one.id } }]);
      },
  ),
  place.map(
    (at): Step =>
      (source, pool) =>
        source.remove(pool.slice(at, at + 2).map(({ id }) => id)),
  ),
  fc.nat(3).map(
    (writes): Step =>
      (source) =>
        source.index(writes),
  ),
  fc.boolean().map(
    (kept): Step =>
      (source) =>
        source.merge(kept),
  ),
);

test('whatever is written and indexed in whatever order, a search finds what a plain scan does', async () => {
  const runs = fc.array(fc.tuple(fc.array(step, { maxLength: 4 }), asked), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(documents, scope, runs, async (pool, loaded, list) => {
      const source = fakeSource();
      const search = open(source, loaded);
      for (const [steps, any] of list) {
        const wanted = loaded === 'history' ? any : { ...any, scope: loaded };
        for (const one of steps) one(source, pool);
        const answers = await answersOf(search, wanted);
        const all = naive(source, wanted);
        const last = answers.at(-1);
        expect(last?.ids).toEqual(all.slice(wanted.from, wanted.from + wanted.count));
        expect([last?.total, last?.rest]).toEqual([all.length, 0]);
        for (const { ids } of answers.filter(({ isCurrent }) => isCurrent))
          expect(all).toEqual(expect.arrayContaining(ids));
        for (const { total, facets } of answers) {
          const counted = facets?.status.reduce((sum, { count }) => sum + count, 0) ?? total;
          expect(counted).toBe(total);
        }
      }
    }),
    { numRuns: 200 },
  );
});

const many = (count: number): SearchDocument[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `hf:${n}` as const,
    paper: {
      id: `hf:${n}`,
      title: `Tree ${n}`,
      authors: [],
      abstract: n % 2 ? '木木木' : '木木と木木',
    },
    annotation: null,
    seen: {
      firstSeenAt: '2026-01-01T00:00:00.000Z',
      lastSeenAt: '2026-01-01T00:00:00.000Z',
      sites: [],
    },
  }));
const all: Asked = {
  query: { kind: 'all' },
  order: { by: 'title', ascending: true },
  from: 0,
  count: 10,
  facets: false,
  scope: 'history',
};

test('papers that are not indexed yet are found, the newest first, and the answers say how many are missing', async () => {
  const source = fakeSource();
  for (let at = 0; at < 1_000; at += 100) source.put(many(1_000).slice(at, at + 100));
  const answers = await answersOf(open(source, 'history'), all);
  expect(answers.map(({ total, rest }) => [total, rest])).toEqual([
    [400, 600],
    [800, 200],
    [1_000, 0],
  ]);
  expect(answers[0]?.ids).toHaveLength(10);
  for (const id of answers[0]?.ids ?? []) expect(Number(id.slice(3))).toBeGreaterThanOrEqual(600);
});

test('a phrase shows its first papers before all have been looked at', async () => {
  const source = fakeSource();
  source.put(many(1_000));
  source.index(1);
  const phrase: Asked = { ...all, query: { kind: 'phrase', text: '木木木' } };
  const [first, last] = await answersOf(open(source, 'history'), phrase);
  expect(first?.ids).toHaveLength(10);
  expect(first?.ids).toEqual(last?.ids);
  expect(first?.rest).toBeGreaterThan(0);
  expect([last?.total, last?.rest]).toEqual([500, 0]);
});

test('while a long write locks the store, a search answers with what it knows, and then with the rest', async () => {
  const source = fakeSource();
  source.put(many(10));
  const search = createSearch(source, 'history');
  await answersOf(search, all);
  source.put(many(12).slice(10));
  let unlock = (): void => {};
  const locked = new Promise<void>((resolve) => {
    unlock = resolve;
  });
  const { news } = source;
  source.news = async (seq) => {
    await locked;
    return news(seq);
  };
  const totals: [number, boolean][] = [];
  const searching = search(
    all,
    ({ total, isCurrent }) => {
      totals.push([total, isCurrent]);
      unlock();
    },
    new AbortController().signal,
  );
  await searching;
  expect(totals).toEqual([
    [10, false],
    [12, true],
  ]);
});

test('what is known is told before the database is asked, and confirmed where nothing is new', async () => {
  const source = fakeSource();
  source.put(many(10));
  const search = open(source, 'history');
  await answersOf(search, all);
  const [known, confirmed, ...more] = await answersOf(search, all);
  expect([known?.isCurrent, confirmed?.isCurrent, more]).toEqual([false, true, []]);
  expect(confirmed?.ids).toBe(known?.ids);
});

test('another window of a search does not ask what has changed', async () => {
  const source = fakeSource();
  source.put(many(10));
  const search = open(source, 'history');
  await answersOf(search, all);
  source.news = () => Promise.reject(new Error('it was asked'));
  const [answer, ...more] = await answersOf(search, { ...all, from: 5, further: true });
  expect([answer?.ids.length, answer?.isCurrent, more]).toEqual([5, true, []]);
});

test('an aborted search says nothing more', async () => {
  const source = fakeSource();
  source.put(many(1_000));
  const abort = new AbortController();
  const answers: SearchAnswer[] = [];
  await open(source, 'history')(
    all,
    (answer) => {
      answers.push(answer);
      abort.abort();
    },
    abort.signal,
  );
  expect(answers).toHaveLength(1);
});
