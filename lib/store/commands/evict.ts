import type { HistoryLimits } from '../../settings/settings';
import type { AsterismDatabase } from '../database';
import { forgetFacts } from '../writeRows';
import { forgetRanking } from './ranking';

/** Rows dropped in one transaction: others get their turn between batches. */
const BATCH = 1_000;

/**
 * Drops from the history what is older than the policy's age and what is beyond its number, longest unseen first.
 * Never touches a bookmark or its facts. May be stopped at any moment: what is left is dropped the next time.
 * @param today null: nobody is sure of it, and nothing is too old
 */
export async function evict(
  db: AsterismDatabase,
  policy: HistoryLimits,
  today: Date | null,
): Promise<number> {
  const tooOld = today === null ? 0 : await countOlder(db, today, policy.maxAgeDays);
  const tooMany = (await db.history.count()) - policy.maxPapers;
  return dropOldest(db, Math.max(tooOld, tooMany));
}

function countOlder(db: AsterismDatabase, today: Date, days: number): Promise<number> {
  const oldest = new Date(today.getTime() - days * 86_400_000).toISOString();
  return db.history.where('lastSeenAt').below(oldest).count();
}

/** Drops half of the history, longest unseen first: what gives way when the disk is full. */
export async function evictHalf(db: AsterismDatabase): Promise<number> {
  return dropOldest(db, Math.ceil((await db.history.count()) / 2));
}

/** Drops the whole history, and what was learned from it. */
export async function clearHistory(db: AsterismDatabase): Promise<number> {
  await forgetRanking(db);
  return dropOldest(db, await db.history.count());
}

/** The facts of a paper go with its row, but for those that the library or the trash needs. */
async function dropOldest(db: AsterismDatabase, count: number): Promise<number> {
  const tables = [db.history, db.sights, db.papers, db.bookmarks, db.trash, db.dismissed];
  let dropped = 0;
  while (dropped < count) {
    const size = await db.transaction('rw', tables, async () => {
      const ids = await db.history
        .orderBy('lastSeenAt')
        .limit(Math.min(BATCH, count - dropped))
        .primaryKeys();
      await Promise.all([db.history.bulkDelete(ids), db.sights.bulkDelete(ids)]);
      await forgetFacts(db, ids);
      return ids.length;
    });
    if (size === 0) break;
    dropped += size;
  }
  return dropped;
}
