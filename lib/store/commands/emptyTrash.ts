import type { PaperId } from '../../papers/ids';
import { TRASH_DAYS } from '../../papers/trash';
import { noteRows } from '../changeTracking';
import { CAPTURED } from '../copyState';
import type { AsterismDatabase } from '../database';
import { forgetFacts } from '../writeRows';

/** Rows dropped in one transaction: others get their turn between batches. */
const BATCH = 1_000;

/** Deletes some or all of what is in the trash, for good, and gives how many bookmarks that were. */
export async function emptyTrash(
  db: AsterismDatabase,
  ids: readonly PaperId[] | 'all',
): Promise<number> {
  const wanted = ids === 'all' ? await db.trash.toCollection().primaryKeys() : ids;
  return forget(db, wanted, noteEmptied);
}

/** Deletes for good what has been in the trash for longer than `TRASH_DAYS`. */
export async function purgeTrash(db: AsterismDatabase, today: Date): Promise<number> {
  const oldest = new Date(today.getTime() - TRASH_DAYS * 86_400_000).toISOString();
  return forget(db, await db.trash.where('trashedAt').below(oldest).primaryKeys());
}

/** Other machines hear of it, where sync is on: what expires there expires by itself. */
async function noteEmptied(db: AsterismDatabase, ids: readonly PaperId[]): Promise<void> {
  if (await db.copyState.get(CAPTURED)) await db.uncopied.bulkAdd(noteRows(ids));
}

async function forget(
  db: AsterismDatabase,
  ids: readonly PaperId[],
  note: (db: AsterismDatabase, ids: readonly PaperId[]) => Promise<void> = async () => undefined,
): Promise<number> {
  let forgotten = 0;
  for (let first = 0; first < ids.length; first += BATCH) {
    const batch = ids.slice(first, first + BATCH);
    const facts = [db.papers, db.bookmarks, db.history, db.dismissed];
    const tables = [db.trash, db.events, ...facts, db.uncopied, db.copyState];
    forgotten += await db.transaction('rw', tables, async () => {
      const there = await db.trash.where('id').anyOf(batch).primaryKeys();
      await db.trash.bulkDelete(there);
      await note(db, there);
      const rows = await db.bookmarks.where('id').anyOf(there).primaryKeys();
      const kept = new Set(rows);
      await db.events.bulkDelete(there.filter((id) => !kept.has(id)));
      await forgetFacts(db, there);
      return there.length;
    });
  }
  return forgotten;
}
