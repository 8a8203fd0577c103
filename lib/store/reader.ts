import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { TagCount } from '../papers/tags';
import { isClosed, openExisting, settled } from './connection';
import { type BookmarkRow, DATABASE, type SeenRow, type Sort } from './rows';
import { rankTags } from './tagCounts';

/** What extension pages read of the library. Writing is the worker's alone, by messages. */
export interface LibraryReader {
  /** The first bookmarks in an order of display. */
  first(sort: Sort, count: number): Promise<BookmarkRow[]>;
  /** The bookmarks of some papers, in the order of the ids; a paper without one is left out. */
  bookmarks(ids: readonly PaperId[]): Promise<BookmarkRow[]>;
  /** The facts of some papers, from the library or the history, in the order of the ids; unknown ones are left out. */
  papers(ids: readonly PaperId[]): Promise<Paper[]>;
  /** Visits every bookmark once, in batches, by id; other work runs between batches. Stops when the signal aborts. */
  scan(visit: (rows: BookmarkRow[]) => void, signal?: AbortSignal): Promise<void>;
  /** How many bookmarks there are. */
  count(): Promise<number>;
  /** Tags in use, most used first. */
  tags(): Promise<TagCount[]>;
  close(): void;
}

/** Rows that `scan` reads at once: about 1 MB. */
const BATCH = 500;

/**
 * Opens the library for reading. The database is never created or upgraded here: where there is none yet,
 * the library is empty until there is one. The connection steps aside for an upgrade and comes back by itself.
 */
export async function openReader(name = DATABASE): Promise<LibraryReader> {
  let connection: Promise<IDBDatabase | null> | null = null;
  const forget = (): void => {
    connection = null;
  };

  async function read<T>(
    ask: (db: IDBDatabase) => Promise<T>,
    nothing: T,
    again = true,
  ): Promise<T> {
    try {
      connection ??= openExisting(name, forget);
      const db = await connection;
      if (db !== null) return await ask(db);
      forget();
      return nothing;
    } catch (error) {
      forget();
      if (again && isClosed(error)) return read(ask, nothing, false);
      throw error;
    }
  }

  await read(async () => null, null);
  return {
    first: (sort, count) => read((db) => firstOf(db, sort, count), []),
    bookmarks: (ids) => read(async (db) => present(await bookmarksOf(db, ids)), []),
    papers: (ids) => read((db) => papersOf(db, ids), []),
    scan: async (visit, signal) => {
      let range: IDBKeyRange | null = null;
      while (!signal?.aborted) {
        const rows = await read((db) => batchOf(db, range), []);
        const last = rows.at(-1);
        if (last === undefined || signal?.aborted) return;
        visit(rows);
        range = IDBKeyRange.lowerBound(last.id, true);
      }
    },
    count: () => read((db) => settled(table(db, 'bookmarks').count()), 0),
    tags: () => read(tagsOf, []),
    close: () => {
      connection?.then((db) => db?.close()).catch(() => {}); // never opened: nothing to close
      forget();
    },
  };
}

function table(db: IDBDatabase, name: 'bookmarks' | 'papers'): IDBObjectStore {
  return db.transaction(name).objectStore(name);
}

function firstOf(db: IDBDatabase, sort: Sort, count: number): Promise<BookmarkRow[]> {
  return settled(table(db, 'bookmarks').index(`rank.${sort}`).getAll(null, count));
}

function batchOf(db: IDBDatabase, range: IDBKeyRange | null): Promise<BookmarkRow[]> {
  return settled(table(db, 'bookmarks').getAll(range, BATCH));
}

function bookmarksOf(
  db: IDBDatabase,
  ids: readonly PaperId[],
): Promise<(BookmarkRow | undefined)[]> {
  const bookmarks = table(db, 'bookmarks');
  return Promise.all(ids.map((id) => settled(bookmarks.get(id))));
}

async function papersOf(db: IDBDatabase, ids: readonly PaperId[]): Promise<Paper[]> {
  const papers = table(db, 'papers');
  const seen: Promise<(SeenRow | undefined)[]> = Promise.all(
    ids.map((id) => settled(papers.get(id))),
  );
  const [kept, met] = await Promise.all([bookmarksOf(db, ids), seen]);
  return present(ids.map((_, index) => (kept[index] ?? met[index])?.paper));
}

function tagsOf(db: IDBDatabase): Promise<TagCount[]> {
  const index = table(db, 'bookmarks').index('annotation.tags');
  const counts: Promise<TagCount>[] = [];
  const request = index.openKeyCursor(null, 'nextunique');
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return resolve(Promise.all(counts).then(rankTags));
      const tag = String(cursor.key);
      counts.push(settled(index.count(tag)).then((count) => ({ tag, count })));
      cursor.continue();
    };
  });
}

function present<T>(values: (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
