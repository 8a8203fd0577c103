import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { SavedSearch } from '../papers/savedSearch';
import type { ColouredTag } from '../papers/tagColours';
import type { TagCount } from '../papers/tags';
import { settled } from './connection';
import { ALL, type CountRow, TAG_KEYS, tagsIn } from './counts';
import type { EventsRow } from './events';
import type { BookmarkRow, SeenRow, Sort } from './rows';
import { rankTags } from './tagCounts';
import type { TrashRow } from './trash';

/** The tables that pages read, and what is in them. */
export interface Rows {
  bookmarks: BookmarkRow;
  papers: SeenRow;
  trash: TrashRow;
  events: EventsRow;
  searches: SavedSearch;
  colours: ColouredTag;
  counts: CountRow;
}

/** Rows that are read at once: about 1 MB. */
const BATCH = 500;

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

/** The rows with some keys, in their order. */
export function rowsOf<T extends keyof Rows>(
  db: IDBDatabase,
  name: T,
  keys: readonly string[],
): Promise<(Rows[T] | undefined)[]> {
  const rows = table(db, name);
  return Promise.all(keys.map((key) => settled(rows.get(key))));
}

export function allOf<T extends keyof Rows>(db: IDBDatabase, name: T): Promise<Rows[T][]> {
  return settled(table(db, name).getAll());
}

export function firstOf(db: IDBDatabase, sort: Sort, count: number): Promise<BookmarkRow[]> {
  return settled(table(db, 'bookmarks').index(`rank.${sort}`).getAll(null, count));
}

/** The next rows by id. */
export function batchOf<T extends keyof Rows>(
  db: IDBDatabase,
  name: T,
  range: IDBKeyRange | null,
): Promise<Rows[T][]> {
  return settled(table(db, name).getAll(range, BATCH));
}

/** The last rows of an index, the last first: a cursor, since `getAll` goes forward only. */
export function lastOf<T extends keyof Rows>(
  db: IDBDatabase,
  name: T,
  index: string,
  count: number,
): Promise<Rows[T][]> {
  const rows: Rows[T][] = [];
  const request = table(db, name).index(index).openCursor(null, 'prev');
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || rows.length >= count) return resolve(rows);
      rows.push(cursor.value);
      cursor.continue();
    };
  });
}

/** The facts of some papers, from the library or the history. */
export async function papersOf(db: IDBDatabase, ids: readonly PaperId[]): Promise<Paper[]> {
  const [kept, met] = await Promise.all([rowsOf(db, 'bookmarks', ids), rowsOf(db, 'papers', ids)]);
  return present(ids.map((_, index) => (kept[index] ?? met[index])?.paper));
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

/** The values that are there. */
export function present<T>(values: (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
