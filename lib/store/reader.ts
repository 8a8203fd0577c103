import { wakeWorker } from '../messages/wakeWorker';
import type { Bookmark } from '../papers/bookmark';
import type { DismissedPaper } from '../papers/dismissed';
import type { PaperEvent } from '../papers/events';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { SavedSearch } from '../papers/savedSearch';
import type { ColouredTag } from '../papers/tagColours';
import type { TagCount } from '../papers/tags';
import type { Sightings } from '../papers/timeline';
import type { Trashed } from '../papers/trash';
import { connect, settled } from './connection';
import {
  allOf,
  batchAfter,
  countOfBookmarks,
  lastOf,
  rowOf,
  rowsOf,
  tagsOf,
  withFacts,
} from './readRows';
import {
  type BookmarkRow,
  DATABASE,
  type DismissedRow,
  dismissedPaper,
  type HistoryRow,
  nothingKnown,
  type PaperRow,
  type TrashRow,
  toBookmark,
} from './rows';

/** A paper of the history. */
export interface SeenPaper extends Sightings {
  paper: Paper;
}

/** A bookmark in the trash. */
export interface TrashedBookmark extends Bookmark, Trashed {}

/** What extension pages read of the library. Writing is the worker's alone, by messages. */
export interface LibraryReader {
  /** The first bookmarks, those that were listed last. In any other order they are searched for. */
  first(count: number): Promise<Bookmark[]>;
  /** The bookmarks of some papers, in the order of the ids; a paper without one is left out. */
  bookmarks(ids: readonly PaperId[]): Promise<Bookmark[]>;
  /** The facts of some papers, in the order of the ids; unknown ones are left out. */
  papers(ids: readonly PaperId[]): Promise<Paper[]>;
  /**
   * Visits every bookmark once, in batches, by id; other work runs between batches, and a visit that takes its time is
   * waited for. Stops when the signal aborts.
   */
  scan(visit: (bookmarks: Bookmark[]) => void | Promise<void>, signal?: AbortSignal): Promise<void>;
  /** How many bookmarks there are. */
  count(): Promise<number>;
  /** Tags in use, most used first; as many as completing needs, or `most`. */
  tags(most?: number): Promise<TagCount[]>;
  /** What the history has of some papers, in the order of the ids; unknown ones are left out. */
  history(ids: readonly PaperId[]): Promise<SeenPaper[]>;
  /** What is in the trash, removed last first; as many as asked for. */
  trash(count?: number): Promise<TrashedBookmark[]>;
  /** What the trash has of some papers, in the order of the ids; a paper that is not in it is left out. */
  trashed(ids: readonly PaperId[]): Promise<TrashedBookmark[]>;
  /** What the reader did with a paper, oldest first. */
  eventsOf(id: PaperId): Promise<PaperEvent[]>;
  /** Papers that are not for the reader. */
  dismissed(): Promise<DismissedPaper[]>;
  /** Those of some papers that are not for the reader. */
  dismissedOf(ids: readonly PaperId[]): Promise<Set<PaperId>>;
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

  const bookmarks = (ask: (rows: IDBObjectStore) => Promise<BookmarkRow[]>) =>
    read(async (db) => {
      const found = await withFacts(db, 'bookmarks', ask);
      return found.map(([row, facts]) => toBookmark(row, facts));
    }, []);

  const trash = (ask: (rows: IDBObjectStore) => Promise<TrashRow[]>) =>
    read(async (db) => {
      const found = await withFacts(db, 'trash', ask);
      return found.map(([row, facts]) => ({
        ...toBookmark(row, facts),
        trashedAt: row.trashedAt,
      }));
    }, []);

  async function scan(
    visit: (bookmarks: Bookmark[]) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    const after = (id: PaperId | null) => bookmarks((rows) => batchAfter(rows, id));
    let next = after(null);
    while (!signal?.aborted) {
      const found = await next;
      const last = found.at(-1);
      if (last === undefined || signal?.aborted) return;
      next = after(last.paper.id); // read while these are visited
      next.catch(() => {}); // thrown where it is waited for
      await visit(found);
    }
  }

  read(async () => null, null).catch(() => {}); // whoever reads first hears of it
  return {
    first: (count) => bookmarks((rows) => settled(rows.index('rank').getAll(null, count))),
    bookmarks: (ids) => bookmarks((rows) => rowsOf(rows, ids)),
    papers: (ids) => read((db) => papersOf(db, ids), []),
    scan,
    count: () => read(countOfBookmarks, 0),
    tags: (most) => read((db) => tagsOf(db, most), []),
    history: (ids) => read((db) => historyOf(db, ids), []),
    trash: (count = Number.POSITIVE_INFINITY) => trash((rows) => lastOf(rows, 'trashedAt', count)),
    trashed: (ids) => trash((rows) => rowsOf(rows, ids)),
    eventsOf: (id) => read(async (db) => (await rowOf(db, 'events', id))?.events ?? [], []),
    dismissed: () => read(dismissedIn, []),
    dismissedOf: (ids) => read((db) => dismissedAmong(db, ids), new Set()),
    searches: () => read((db) => allOf(db, 'searches'), []),
    tagColours: () => read((db) => allOf(db, 'colours'), []),
    close,
  };
}

async function papersOf(db: IDBDatabase, ids: readonly PaperId[]): Promise<Paper[]> {
  const rows = await rowsOf<PaperRow>(db.transaction('papers').objectStore('papers'), ids);
  return rows.map(({ paper }) => paper);
}

async function dismissedIn(db: IDBDatabase): Promise<DismissedPaper[]> {
  const found = await withFacts(db, 'dismissed', (rows) => settled(rows.getAll()));
  return found.map(([row, facts]) => dismissedPaper(row, facts));
}

async function dismissedAmong(db: IDBDatabase, ids: readonly PaperId[]): Promise<Set<PaperId>> {
  const rows = db.transaction('dismissed').objectStore('dismissed');
  const found = await rowsOf<DismissedRow>(rows, ids);
  return new Set(found.map(({ id }) => id));
}

async function historyOf(db: IDBDatabase, ids: readonly PaperId[]): Promise<SeenPaper[]> {
  const found = await withFacts(db, 'history', (rows) => rowsOf<HistoryRow>(rows, ids));
  return found.map(([{ id, ...seen }, facts]) => ({
    ...seen,
    paper: facts?.paper ?? nothingKnown(id),
  }));
}
