import type { Table } from 'dexie';
import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import type { AsterismDatabase } from './database';
import { toRow } from './rows';

// The only writes to `bookmarks`. Whatever must change together with a row changes here.

/** The tables that a transaction needs in which bookmarks are kept or dropped. */
export function keeping(db: AsterismDatabase): Table[] {
  return [db.bookmarks];
}

/** Stores bookmarks, each in place of its paper's. Inside a transaction over `keeping`. */
export async function keepBookmarks(
  db: AsterismDatabase,
  bookmarks: readonly Bookmark[],
): Promise<void> {
  if (bookmarks.length > 0) await db.bookmarks.bulkPut(bookmarks.map(toRow));
}

/** Takes bookmarks out of the library. Inside a transaction over `keeping`. */
export async function dropBookmarks(db: AsterismDatabase, ids: readonly PaperId[]): Promise<void> {
  if (ids.length > 0) await db.bookmarks.bulkDelete([...ids]);
}
