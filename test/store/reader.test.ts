import { expect, onTestFinished, test } from 'vitest';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { showPapers } from '../../lib/store/commands/showPapers';
import type { AsterismDatabase } from '../../lib/store/database';
import { type LibraryReader, openReader } from '../../lib/store/reader';
import { bookmark, clock, fill, freshDatabase, HOUR, id, paper, patch } from './support';

async function readerOf(db: AsterismDatabase): Promise<LibraryReader> {
  const reader = await openReader(db.name);
  onTestFinished(() => reader.close());
  return reader;
}

async function scanned(reader: LibraryReader, signal?: AbortSignal): Promise<string[]> {
  const ids: string[] = [];
  await reader.scan((rows) => {
    ids.push(...rows.map((row) => row.paper.id));
  }, signal);
  return ids;
}

test('a reader on a database that does not exist is empty, creates nothing, and sees the database once it is there', async () => {
  const db = freshDatabase();
  const reader = await readerOf(db);
  expect(await reader.first(10)).toEqual([]);
  expect(await reader.bookmarks([id(1)])).toEqual([]);
  expect(await reader.papers([id(1)])).toEqual([]);
  expect(await reader.count()).toBe(0);
  expect(await reader.tags()).toEqual([]);
  expect(await scanned(reader)).toEqual([]);
  expect(await reader.history([id(1)])).toEqual([]);
  expect(await reader.trash()).toEqual([]);
  expect(await reader.eventsOf(id(1))).toEqual([]);
  expect(await reader.searches()).toEqual([]);
  expect(await reader.tagColours()).toEqual([]);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(db.name);
  await patch(db, 1, { starred: true }, clock().now);
  expect(await reader.count()).toBe(1);
});

test('the first are those that were listed last, each with its facts', async () => {
  const db = freshDatabase();
  const facts = [{ title: 'Beta' }, { title: 'Alpha' }, { title: 'Gamma', abstract: 'All of it.' }];
  const library = facts.map((fact, n) => ({
    ...bookmark(n, { starredAt: `2026-03-0${n + 1}T00:00:00.000Z` }),
    paper: paper(n, fact),
  }));
  await fill(db, library);
  const reader = await readerOf(db);
  expect(await reader.first(10)).toEqual(library.toReversed());
  expect(await reader.first(1)).toHaveLength(1);
});

test('a bookmark whose facts are gone is there all the same, under its id', async () => {
  const db = freshDatabase();
  await patch(db, 1, { note: 'mine' }, clock().now);
  await db.papers.clear();
  const reader = await readerOf(db);
  expect(await reader.first(10)).toMatchObject([
    { paper: { id: id(1), title: 'arXiv 2504.00001', authors: [] }, annotation: { note: 'mine' } },
  ]);
});

test('bookmarks and papers come in the order asked for, papers from wherever they are known', async () => {
  const db = freshDatabase();
  const { now } = clock();
  await showPapers(
    db,
    { address: 'https://huggingface.co/', ids: [], papers: [paper(1), paper(2)] },
    now,
  );
  await patch(db, 2, { starred: true }, now);
  await patch(db, 3, { addTags: ['rl', 'agents'] }, now);
  const reader = await readerOf(db);
  const ids = [id(3), id(9), id(1), id(2)];
  expect((await reader.bookmarks(ids)).map((row) => row.paper.id)).toEqual([id(3), id(2)]);
  expect(await reader.papers(ids)).toEqual([paper(3), paper(1), paper(2)]);
  expect(await reader.tags()).toEqual([
    { tag: 'agents', count: 1 },
    { tag: 'rl', count: 1 },
  ]);
});

test('the history is read by id, with the facts of its papers', async () => {
  const db = freshDatabase();
  const { now, pass } = clock();
  for (const n of [2, 3, 1]) {
    const address = `https://huggingface.co/papers/${n}`;
    await showPapers(db, { address, ids: [id(n)], papers: [paper(n)] }, now);
    pass(HOUR);
  }
  const reader = await readerOf(db);
  expect(await reader.history([id(3), id(9), id(2)])).toMatchObject([
    { paper: paper(3), firstSeenOn: 'https://huggingface.co/papers/3' },
    { paper: paper(2), firstSeenOn: 'https://huggingface.co/papers/2' },
  ]);
});

test('the trash is read as far as asked for', async () => {
  const db = freshDatabase();
  const { now, pass } = clock();
  for (const n of [1, 2, 3]) {
    await patch(db, n, { starred: true }, now);
    await removeBookmark(db, id(n), now);
    pass(1_000);
  }
  const reader = await readerOf(db);
  expect((await reader.trash(2)).map((row) => row.paper.id)).toEqual([id(3), id(2)]);
  expect(await reader.trash()).toHaveLength(3);
});

test('a scan visits every bookmark once, in batches; aborting stops it', async () => {
  const db = freshDatabase();
  const count = 1_203;
  await fill(
    db,
    Array.from({ length: count }, (_, n) => bookmark(n)),
  );
  const reader = await readerOf(db);
  const ids = await scanned(reader);
  expect(ids).toHaveLength(count);
  expect(new Set(ids).size).toBe(count);
  const abort = new AbortController();
  let visits = 0;
  await reader.scan(() => {
    visits += 1;
    abort.abort();
  }, abort.signal);
  expect(visits).toBe(1);
});

function unhindered(request: IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onblocked = () => reject(new Error('the reader is in the way'));
    request.onsuccess = () => {
      if (request.result instanceof IDBDatabase) request.result.close();
      resolve();
    };
  });
}

test('a reader makes way for a deletion and comes back by itself', async () => {
  const db = freshDatabase();
  await patch(db, 1, { starred: true }, clock().now);
  const reader = await readerOf(db);
  expect(await reader.count()).toBe(1);
  db.close();
  await unhindered(indexedDB.deleteDatabase(db.name));
  expect(await reader.count()).toBe(0);
  await db.open();
  await patch(db, 2, { starred: true }, clock().now);
  expect(await reader.count()).toBe(1);
});

test('a reader makes way for the upgrade of a newer version, which it then does not read', async () => {
  const db = freshDatabase();
  await patch(db, 1, { starred: true }, clock().now);
  const reader = await readerOf(db);
  expect(await reader.count()).toBe(1);
  db.close();
  await unhindered(indexedDB.open(db.name, 1_000));
  await expect(reader.count()).rejects.toThrow();
});
