import { Dexie } from 'dexie';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { PaperId } from '../../lib/papers/ids';
import type { Query } from '../../lib/papers/query/ast';
import { matches } from '../../lib/papers/query/matches';
import { entryOf, isIn, type Scope } from '../../lib/search/document';
import type { SearchAnswer } from '../../lib/search/query/request';
import { createSearch, type Search } from '../../lib/search/query/searcher';
import { clearHistory } from '../../lib/store/commands/evict';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { indexState } from '../../lib/store/commands/indexing';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { showPapers } from '../../lib/store/commands/showPapers';
import { AsterismDatabase } from '../../lib/store/database';
import { toDocument } from '../../lib/store/searchRows';
import { openSearchSource } from '../../lib/store/searchSource';
import { indexPapers } from '../../lib/worker/indexing';
import type { Pace } from '../../lib/worker/slices';
import { bookmark, clock, fill, freshDatabase, id, paper, patch } from './support';

// Many runs on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const pace: Pace = { time: () => performance.now(), rest: () => Promise.resolve() };
const word = (text: string): Query => ({ kind: 'word', text });

function searching(db: AsterismDatabase, scope: Scope): Search {
  const source = openSearchSource(db.name);
  onTestFinished(source.close);
  return createSearch(source, scope);
}

async function found(search: Search, query: Query, scope: Scope = 'bookmarks'): Promise<PaperId[]> {
  let last: SearchAnswer | undefined;
  const order = { by: 'starred', ascending: false } as const;
  await search(
    { query, scope, order, from: 0, count: 10_000, facets: false },
    (answer) => {
      last = answer;
    },
    new AbortController().signal,
  );
  expect(last?.rest).toBe(0);
  expect(last?.total).toBe(last?.ids.length);
  return [...(last?.ids ?? [])].sort();
}

async function scanned(db: AsterismDatabase, query: Query, scope: Scope): Promise<PaperId[]> {
  const ids = new Set([
    ...(await db.bookmarks.toCollection().primaryKeys()),
    ...(await db.history.toCollection().primaryKeys()),
  ]);
  const wanted: PaperId[] = [];
  for (const one of ids) {
    const document = toDocument(
      await db.bookmarks.get(one),
      await db.history.get(one),
      await db.papers.get(one),
    );
    if (document && isIn(scope, document) && matches(query, entryOf(document, scope)))
      wanted.push(one);
  }
  return wanted.sort();
}

const n = fc.integer({ min: 1, max: 12 });
const label = fc.constantFrom('tree', 'tree search', 'vision', 'Ähre');
type Act = (db: AsterismDatabase, now: () => Date, turn: number) => Promise<unknown>;
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(n, fc.boolean(), label).map(
    ([one, starred, note]): Act =>
      (db, now) =>
        patch(db, one, { starred, note, addTags: [note] }, now),
  ),
  n.map(
    (one): Act =>
      (db, now) =>
        removeBookmark(db, id(one), now),
  ),
  fc.array(fc.tuple(n, label), { maxLength: 6 }).map(
    (list): Act =>
      (db, now) => {
        const papers = list.map(([one, title]) => paper(one, { title, abstract: 'a search tree' }));
        return showPapers(db, { address: 'https://huggingface.co/', ids: [], papers }, now);
      },
  ),
  fc.array(n, { maxLength: 6 }).map(
    (list): Act =>
      async (db, now, turn) => {
        const bookmarks = list.map((one) => bookmark(one, { tags: ['imported'] }));
        await stagePart(db, { import: `${turn}`, part: 0, bookmarks }, now);
        await applyImport(db, `${turn}`, now);
      },
  ),
  fc.constant<Act>((db) => clearHistory(db)),
  fc.constant<Act>((db) => indexPapers(db, pace, 1)),
);
const queries: Query[] = [
  { kind: 'all' },
  word('tre'),
  word('importe'),
  { kind: 'phrase', text: 'tree search' },
  { kind: 'not', part: { kind: 'is', what: 'starred' } },
  { kind: 'tag', tag: 'ähre' },
];

test('whatever commands write and the worker indexes, pages find what a plain scan of the rows does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 8 }), async (list) => {
      const db = new AsterismDatabase(`search-${crypto.randomUUID()}`);
      const time = clock();
      const [kept, seen] = [searching(db, 'bookmarks'), searching(db, 'history')];
      for (const [turn, act] of list.entries()) {
        time.pass(4_000_000);
        await act(db, time.now, turn);
        const query = queries[turn % queries.length] ?? { kind: 'all' };
        expect(await found(kept, query)).toEqual(await scanned(db, query, 'bookmarks'));
        expect(await found(seen, query, 'history')).toEqual(await scanned(db, query, 'history'));
      }
      for (const query of queries) {
        expect(await found(kept, query)).toEqual(await scanned(db, query, 'bookmarks'));
        expect(await found(searching(db, 'history'), query, 'history')).toEqual(
          await scanned(db, query, 'history'),
        );
      }
      db.close();
      indexedDB.deleteDatabase(db.name);
    }),
    { numRuns: 25 },
  );
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

test('a worker that is stopped anywhere loses nothing: the next one ends what it began', async () => {
  const db = freshDatabase();
  for (let at = 0; at < 6; at++) {
    await fill(
      db,
      numbers(400).map((one) => bookmark(at * 400 + one)),
    );
  }
  const search = searching(db, 'bookmarks');
  for (let stops = 0, rests = 1; stops < 12; stops++, rests += 3) {
    let left = rests;
    const dying: Pace = {
      time: (() => {
        let time = 0;
        return () => (time += 1);
      })(),
      rest: async () => {
        if (left-- === 0) throw new Error('stopped');
      },
    };
    await indexPapers(db, dying, 1).catch(() => {});
    expect(await found(search, word('paper'))).toHaveLength(2_400);
  }
  await indexPapers(db, pace, 1);
  expect(await db.touched.count()).toBe(0);
  const { segments } = await indexState(db);
  expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(2_400);
  expect(await db.segments.count()).toBe(segments.length * 5);
  expect(await found(search, word('paper'))).toHaveLength(2_400);
  expect(await found(searching(db, 'bookmarks'), word('paper'))).toHaveLength(2_400);
});

test('a database of the first version is indexed and counted after its upgrade', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(1).stores({ papers: 'id, lastSeenAt', bookmarks: 'id' });
  await old
    .table('bookmarks')
    .bulkPut(numbers(5).map((one) => ({ ...bookmark(one), id: id(one) })));
  await old.table('papers').put({
    ...{ id: id(9), paper: paper(9), firstSeenAt: '2026-01-01T00:00:00.000Z', firstSeenOn: '/' },
    ...{ lastSeenAt: '2026-01-01T00:00:00.000Z', lastSeenOn: '/' },
  });
  old.close();
  const db = new AsterismDatabase(name);
  onTestFinished(() => {
    db.close();
    indexedDB.deleteDatabase(name);
  });
  await db.open();
  expect(await found(searching(db, 'bookmarks'), word('paper'))).toHaveLength(5);
  expect(await found(searching(db, 'history'), word('paper'), 'history')).toEqual([id(9)]);
  expect((await db.counts.get('all'))?.count).toBe(5);
});

test('a star costs the index one row, whatever it has', async () => {
  const db = freshDatabase();
  const { now } = clock();
  await fill(
    db,
    numbers(1_000).map((one) => bookmark(one)),
  );
  await indexPapers(db, pace);
  const before = await indexState(db);
  await patch(db, 1, { starred: false, note: 'kept' }, now);
  expect((await db.touched.toArray()).flatMap(({ ids }) => ids)).toEqual([id(1)]);
  await indexPapers(db, pace);
  expect(await indexState(db)).toEqual(before);
});

test('a search before there is a database finds nothing, and then what comes', async () => {
  const db = freshDatabase();
  const search = searching(db, 'bookmarks');
  expect(await found(search, { kind: 'all' })).toEqual([]);
  await patch(db, 1, { starred: true }, clock().now);
  expect(await found(search, { kind: 'all' })).toEqual([id(1)]);
});

test('an index of other terms is made again, part by part, and one of the present terms is left alone', async () => {
  const db = freshDatabase();
  const { now } = clock();
  for (let one = 1; one <= 5; one++) await patch(db, one, { starred: true, note: 'tree' }, now);
  await indexPapers(db, pace, 1);
  const before = await indexState(db);
  expect(before.segments.length).toBeGreaterThan(0);
  await indexPapers(db, pace, 1);
  expect(await indexState(db)).toEqual(before);

  const { terms: _, ...older } = before;
  await db.indexState.put({ ...older, id: 1 });
  await indexPapers(db, pace, 1);
  const after = await indexState(db);
  expect(after.terms).toBe(before.terms);
  const last = Math.max(...before.segments.map(({ number }) => number));
  for (const { number } of after.segments) expect(number).toBeGreaterThan(last);
  const search = searching(db, 'bookmarks');
  expect(await found(search, word('tree'))).toEqual([1, 2, 3, 4, 5].map((one) => id(one)));
});
