import { wakeWorker } from '../messages/wakeWorker';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { SavedSearch } from '../papers/savedSearch';
import type { ColouredTag } from '../papers/tagColours';
import type { TagCount } from '../papers/tags';
import { connect } from './connection';
import type { PaperEvent } from './events';
import {
  allOf,
  batchOf,
  countOfBookmarks,
  firstOf,
  lastOf,
  papersOf,
  present,
  type Rows,
  rowOf,
  rowsOf,
  tagsOf,
} from './readRows';
import { type BookmarkRow, DATABASE, type SeenRow, type Sort } from './rows';
import type { TrashRow } from './trash';

/** What extension pages read of the library. Writing is the worker's alone, by messages. */
export interface LibraryReader {
  /** The first bookmarks in an order of display. */
  first(sort: Sort, count: number): Promise<BookmarkRow[]>;
  /** The bookmarks of some papers, in the order of the ids; a paper without one is left out. */
  bookmarks(ids: readonly PaperId[]): Promise<BookmarkRow[]>;
  /** The facts of some papers, from the library or the history, in the order of the ids; unknown ones are left out. */
  papers(ids: readonly PaperId[]): Promise<Paper[]>;
  /**
   * Visits every bookmark once, in batches, by id; other work runs between batches, and a visit that takes its time is
   * waited for. Stops when the signal aborts.
   */
  scan(visit: (rows: BookmarkRow[]) => void | Promise<void>, signal?: AbortSignal): Promise<void>;
  /** How many bookmarks there are. */
  count(): Promise<number>;
  /** Tags in use, most used first; as many as completing needs, or `most`. */
  tags(most?: number): Promise<TagCount[]>;
  /** The history's rows of some papers, in the order of the ids; unknown ones are left out. */
  history(ids: readonly PaperId[]): Promise<SeenRow[]>;
  /** The papers seen last, the latest first. */
  seenFirst(count: number): Promise<SeenRow[]>;
  /** Visits every paper of the history once, as `scan` does. */
  scanSeen(visit: (rows: SeenRow[]) => void, signal?: AbortSignal): Promise<void>;
  /** What is in the trash, removed last first; as many as asked for. */
  trash(count?: number): Promise<TrashRow[]>;
  /** What the trash has of some papers, in the order of the ids; a paper that is not in it is left out. */
  trashed(ids: readonly PaperId[]): Promise<TrashRow[]>;
  /** What the reader did with a paper, oldest first. */
  eventsOf(id: PaperId): Promise<PaperEvent[]>;
  /** Saved searches, by name. */
  searches(): Promise<SavedSearch[]>;
  /** Tags that have a colour. */
  tagColours(): Promise<ColouredTag[]>;
  close(): void;
}

/**
 * Opens the library for reading. The database is never created or upgraded here: where there is none yet,
 * the library is empty until there is one. The connection steps aside for an upgrade and comes back by itself.
 */
export async function openReader(
  name = DATABASE,
  wake: () => Promise<unknown> = wakeWorker,
): Promise<LibraryReader> {
  const { read, close } = connect(name, wake);

  async function scan<T extends 'bookmarks' | 'papers'>(
    table: T,
    visit: (rows: Rows[T][]) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    const after = (range: IDBKeyRange | null) => read((db) => batchOf(db, table, range), []);
    let next = after(null);
    while (!signal?.aborted) {
      const rows = await next;
      const last = rows.at(-1);
      if (last === undefined || signal?.aborted) return;
      next = after(IDBKeyRange.lowerBound(last.id, true)); // read while these are visited
      next.catch(() => {}); // thrown where it is waited for
      await visit(rows);
    }
  }

  read(async () => null, null).catch(() => {}); // whoever reads first hears of it
  return {
    first: (sort, count) => read((db) => firstOf(db, sort, count), []),
    bookmarks: (ids) => read(async (db) => present(await rowsOf(db, 'bookmarks', ids)), []),
    papers: (ids) => read((db) => papersOf(db, ids), []),
    scan: (visit, signal) => scan('bookmarks', visit, signal),
    count: () => read(countOfBookmarks, 0),
    tags: (most) => read((db) => tagsOf(db, most), []),
    history: (ids) => read(async (db) => present(await rowsOf(db, 'papers', ids)), []),
    seenFirst: (count) => read((db) => lastOf(db, 'papers', 'lastSeenAt', count), []),
    scanSeen: (visit, signal) => scan('papers', visit, signal),
    trash: (count = Number.POSITIVE_INFINITY) =>
      read((db) => lastOf(db, 'trash', 'trashedAt', count), []),
    trashed: (ids) => read(async (db) => present(await rowsOf(db, 'trash', ids)), []),
    eventsOf: (id) => read(async (db) => (await rowOf(db, 'events', id))?.events ?? [], []),
    searches: () => read((db) => allOf(db, 'searches'), []),
    tagColours: () => read((db) => allOf(db, 'colours'), []),
    close,
  };
}
