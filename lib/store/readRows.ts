import type { PaperId } from '../papers/ids';
import type { SavedSearch } from '../papers/savedSearch';
import type { ColouredTag } from '../papers/tagColours';
import type { TagCount } from '../papers/tags';
import { settled } from './connection';
import { ALL, type CountRow, TAG_KEYS, tagsIn } from './counts';
import type { BookmarkRow, DismissedRow, EventsRow, HistoryRow, PaperRow, TrashRow } from './rows';
import { rankTags } from './tagCounts';

/** The tables that pages read, and what is in them. */
interface Rows {
  bookmarks: BookmarkRow;
  papers: PaperRow;
  history: HistoryRow;
  trash: TrashRow;
  dismissed: DismissedRow;
  events: EventsRow;
  searches: SavedSearch;
  colours: ColouredTag;
  counts: CountRow;
}

/** Rows that are read at once: about 1 MB with their facts. */
const BATCH = 500;

/** Fewer rows than this are asked for one by one. */
const FEW = 50;

/** One row that was asked for takes as long as so many that are read in one go. */
const IN_ONE_GO = 4;

function table(db: IDBDatabase, name: keyof Rows): IDBObjectStore {
  return db.transaction(name).objectStore(name);
}

export function rowOf<T extends keyof Rows>(
  db: IDBDatabase,
  name: T,
  key: string,
): Promise<Rows[T] | undefined> {
  return settled(table(db, name).get(key));
}

export function allOf<T extends keyof Rows>(db: IDBDatabase, name: T): Promise<Rows[T][]> {
  return settled(table(db, name).getAll());
}

/** Some rows of a table, each with the row that has the facts of its paper: two requests, in one transaction. */
export async function withFacts<T extends 'bookmarks' | 'history' | 'trash' | 'dismissed'>(
  db: IDBDatabase,
  name: T,
  ask: (rows: IDBObjectStore) => Promise<Rows[T][]>,
): Promise<[Rows[T], PaperRow | undefined][]> {
  const reading = db.transaction([name, 'papers']);
  const rows = await ask(reading.objectStore(name));
  const ids = rows.map(({ id }) => id);
  const facts = await rowsById<PaperRow>(reading.objectStore('papers'), ids);
  return rows.map((row) => [row, facts.get(row.id)]);
}

/** The rows with some ids, in their order; ids without a row are left out. */
export async function rowsOf<T extends { id: PaperId }>(
  rows: IDBObjectStore,
  ids: readonly PaperId[],
): Promise<T[]> {
  const found = await rowsById<T>(rows, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The rows with some ids. Where few others lie between them, all are read in one go. */
export async function rowsById<T extends { id: PaperId }>(
  rows: IDBObjectStore,
  ids: readonly PaperId[],
): Promise<Map<PaperId, T>> {
  const found = await between<T>(rows, ids);
  return new Map(found.flatMap((row) => (row ? [[row.id, row]] : [])));
}

async function between<T>(
  rows: IDBObjectStore,
  ids: readonly PaperId[],
): Promise<(T | undefined)[]> {
  const each = (): Promise<(T | undefined)[]> =>
    Promise.all(ids.map((id) => settled<T | undefined>(rows.get(id))));
  if (ids.length < FEW) return each();
  const sorted = ids.toSorted();
  const range = IDBKeyRange.bound(sorted[0], sorted.at(-1));
  const most = ids.length * IN_ONE_GO;
  const { length } = await settled(rows.getAllKeys(range, most));
  return length < most ? settled(rows.getAll(range)) : each();
}

/** The next rows by id. */
export function batchAfter<T>(rows: IDBObjectStore, id: PaperId | null): Promise<T[]> {
  return settled(rows.getAll(id === null ? null : IDBKeyRange.lowerBound(id, true), BATCH));
}

/** The last rows of an index, the last first: a cursor, since `getAll` goes forward only. */
export function lastOf<T>(rows: IDBObjectStore, index: string, count: number): Promise<T[]> {
  const found: T[] = [];
  const request = rows.index(index).openCursor(null, 'prev');
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || found.length >= count) return resolve(found);
      found.push(cursor.value);
      cursor.continue();
    };
  });
}

/** How many bookmarks there are. */
export async function countOfBookmarks(db: IDBDatabase): Promise<number> {
  return (await rowOf(db, 'counts', ALL))?.count ?? 0;
}

/** Tags in use; as many as completing needs, or `most`. */
export async function tagsOf(db: IDBDatabase, most?: number): Promise<TagCount[]> {
  const rows = await settled(table(db, 'counts').getAll(IDBKeyRange.bound(...TAG_KEYS)));
  return rankTags(tagsIn(rows), most);
}
