import type { Table } from 'dexie';
import { count, type Written } from './counts';
import type { AsterismDatabase } from './database';
import { toRow } from './rows';

// The only writes to `bookmarks`. Whatever must change together with a row changes here.

/** The tables that a transaction needs in which bookmarks are kept or dropped. */
export function keeping(db: AsterismDatabase): Table[] {
  return [db.bookmarks, db.counts];
}

/** Stores bookmarks in place of those before, or takes them out of the library. Inside a transaction over `keeping`. */
export async function writeBookmarks(
  db: AsterismDatabase,
  written: readonly Written[],
): Promise<void> {
  const kept = written.flatMap(({ after }) => after ?? []);
  const dropped = written.flatMap(({ before, after }) => (before && !after ? before.paper.id : []));
  if (kept.length > 0) await db.bookmarks.bulkPut(kept.map(toRow));
  if (dropped.length > 0) await db.bookmarks.bulkDelete(dropped);
  await count(db, written);
}
