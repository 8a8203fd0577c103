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
  // All asked at once, as in changes.ts.
  await Promise.all([
    kept.length > 0 && db.bookmarks.bulkPut(kept.map(toRow)),
    dropped.length > 0 && db.bookmarks.bulkDelete(dropped),
    count(db, written),
  ]);
}
