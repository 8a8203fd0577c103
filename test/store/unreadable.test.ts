import { expect, onTestFinished, test, vi } from 'vitest';
import type { PaperId } from '../../lib/papers/ids';
import type { Query } from '../../lib/papers/query/ast';
import type { SearchAnswer } from '../../lib/search/query/request';
import { createSearch } from '../../lib/search/query/searcher';
import { indexState } from '../../lib/store/commands/indexing';
import type { AsterismDatabase } from '../../lib/store/database';
import { openSearchSource } from '../../lib/store/searchSource';
import { indexPapers } from '../../lib/worker/indexing';
import type { Pace } from '../../lib/worker/slices';
import { freshDatabase, id, patch, ticking } from './support';

const PACE: Pace = { time: () => performance.now(), rest: () => Promise.resolve() };
const EVERYTHING: Query = { kind: 'all' };
const TREE: Query = { kind: 'word', text: 'tree' };
/** By what a paper is found of which nothing else can be read. */
const words = (paper: PaperId): Query[] => [{ kind: 'phrase', text: paper.slice('arxiv:'.length) }];

/** The papers that a page finds in the library, by id. */
async function found(db: AsterismDatabase, query: Query): Promise<PaperId[]> {
  return (await answered(db, query)).ids.toSorted();
}

/** The papers of which a page says that it cannot search them whole. */
async function toldOf(db: AsterismDatabase): Promise<readonly PaperId[]> {
  return (await answered(db, EVERYTHING)).unreadable;
}

async function answered(db: AsterismDatabase, query: Query): Promise<SearchAnswer> {
  const source = openSearchSource(db.name);
  onTestFinished(source.close);
  const order = { by: 'starred', ascending: false } as const;
  const request = { query, scope: 'bookmarks', order, from: 0, count: 100, facets: false } as const;
  let last: SearchAnswer | undefined;
  await createSearch(source, 'bookmarks')(
    request,
    (answer) => {
      last = answer;
    },
    new AbortController().signal,
  );
  if (!last) throw new Error('no answer');
  return last;
}

/** A library of so many papers with one word in their notes, none of them indexed. */
async function library(papers: number): Promise<AsterismDatabase> {
  const db = freshDatabase();
  const now = ticking();
  for (let n = 1; n <= papers; n++) await patch(db, n, { note: 'tree' }, now);
  return db;
}

/** A worker that is stopped at the first turn that it gives to others while `isLast` holds. */
function stopped(isLast: () => boolean | Promise<boolean>): Pace {
  let time = 0;
  return {
    time: () => {
      time += 1_000; // every slice is over at once
      return time;
    },
    rest: async () => {
      if (await isLast()) throw new Error('stopped');
    },
  };
}

test('a damaged row keeps no other out of the index, and is listed itself', async () => {
  const db = await library(2);
  const row = await db.bookmarks.get(id(1));
  if (!row) throw new Error('no row');
  // No text, and not even of a kind that the types know.
  await db.bookmarks.put({ ...row, annotation: { ...row.annotation, note: 7 as never } });
  const told = vi.fn();
  await indexPapers(db, PACE, 1, told);
  expect(told).toHaveBeenCalledExactlyOnceWith(`indexing ${id(1)}`, expect.any(TypeError));
  expect(await found(db, TREE)).toEqual([id(2)]);
  expect(await found(db, EVERYTHING)).toEqual([id(1), id(2)]);
  expect(await toldOf(db)).toEqual([id(1)]);
  for (const query of words(id(1))) expect(await found(db, query)).toEqual([id(1)]);
  // Once it is mended it is found.
  await db.bookmarks.put(row);
  await indexPapers(db, PACE, 1, told);
  expect(await found(db, TREE)).toEqual([id(1), id(2)]);
  expect(await toldOf(db)).toEqual([]);
  expect(told).toHaveBeenCalledTimes(1);
});

test('a damaged row that only a page has tried is told of, too', async () => {
  const db = await library(2);
  const row = await db.bookmarks.get(id(2));
  if (!row) throw new Error('no row');
  await db.bookmarks.put({ ...row, annotation: { ...row.annotation, note: 7 as never } });
  expect(await found(db, EVERYTHING)).toEqual([id(1), id(2)]);
  expect(await toldOf(db)).toEqual([id(2)]);
});

test('what was removed, or is elsewhere, is not told of', async () => {
  const db = await library(2);
  const row = await db.bookmarks.get(id(1));
  if (!row) throw new Error('no row');
  await db.bookmarks.put({ ...row, annotation: { ...row.annotation, note: 7 as never } });
  await indexPapers(db, PACE, 1);
  expect(await toldOf(db)).toEqual([id(1)]);
  await db.bookmarks.delete(id(1));
  expect(await toldOf(db)).toEqual([]);
});

test('a paper of which worker after worker dies is listed without its words, and all others are found', async () => {
  const db = await library(3);
  const told = vi.fn();
  const poisonous = id(2);
  // Nobody sees which paper a worker dies of, unless it says so before.
  const dies = async (): Promise<boolean> => {
    const { attempt, unreadable } = await indexState(db);
    if (unreadable?.includes(poisonous) || told.mock.calls.length > 0) return false;
    return attempt?.paper === null || attempt?.paper === poisonous;
  };
  let deaths = 0;
  const run = (): Promise<boolean> =>
    indexPapers(db, stopped(dies), 1, told).then(
      () => true,
      () => false,
    );
  while (!(await run())) expect(++deaths).toBeLessThan(6);
  expect(told).toHaveBeenCalledExactlyOnceWith(`indexing ${poisonous}`, expect.any(Error));
  expect(await found(db, TREE)).toEqual([id(1), id(3)]);
  expect(await found(db, EVERYTHING)).toEqual([id(1), poisonous, id(3)]);
  expect(await toldOf(db)).toEqual([poisonous]);
  for (const query of words(poisonous)) expect(await found(db, query)).toEqual([poisonous]);
  // What is new is indexed as if nothing had been.
  await patch(db, 4, { note: 'tree' }, ticking());
  await indexPapers(db, PACE, 1, told);
  expect(await found(db, TREE)).toEqual([id(1), id(3), id(4)]);
});

test('workers that are stopped again and again, each somewhere else, leave no paper out', async () => {
  const db = await library(6);
  const told = vi.fn();
  for (let worker = 0; worker < 20; worker++) {
    let left = 20 + ((worker * 13) % 50);
    await indexPapers(
      db,
      stopped(() => --left === 0),
      1,
      told,
    ).catch(() => {}); // it was stopped
  }
  await indexPapers(db, PACE, 1, told);
  expect(told).not.toHaveBeenCalled();
  expect(await found(db, TREE)).toHaveLength(6);
});
