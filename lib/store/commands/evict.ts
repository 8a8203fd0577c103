import type { HistoryLimits } from '../../settings/settings';
import type { AsterismDatabase } from '../database';

/** Rows dropped in one transaction: others get their turn between batches. */
const BATCH = 1_000;

/**
 * Drops from the history what is older than the policy's age and what is beyond its number, longest unseen first.
 * Never touches a bookmark. May be stopped at any moment: what is left is dropped the next time.
 * @param today null: nobody is sure of it, and nothing is too old
 */
export async function evict(
  db: AsterismDatabase,
  policy: HistoryLimits,
  today: Date | null,
): Promise<number> {
  const tooOld = today === null ? 0 : await countOlder(db, today, policy.maxAgeDays);
  const tooMany = (await db.papers.count()) - policy.maxPapers;
  return dropOldest(db, Math.max(tooOld, tooMany));
}

function countOlder(db: AsterismDatabase, today: Date, days: number): Promise<number> {
  const oldest = new Date(today.getTime() - days * 86_400_000).toISOString();
  return db.papers.where('lastSeenAt').below(oldest).count();
}

/** Drops half of the history, longest unseen first: what gives way when the disk is full. */
export async function evictHalf(db: AsterismDatabase): Promise<number> {
  return dropOldest(db, Math.ceil((await db.papers.count()) / 2));
}

/** Drops the whole history. */
export function clearHistory(db: AsterismDatabase): Promise<number> {
  return db.transaction('rw', db.papers, async () => {
    const count = await db.papers.count();
    await db.papers.clear();
    return count;
  });
}

async function dropOldest(db: AsterismDatabase, count: number): Promise<number> {
  let dropped = 0;
  while (dropped < count) {
    const size = await db.transaction('rw', db.papers, async () => {
      const keys = await db.papers
        .orderBy('lastSeenAt')
        .limit(Math.min(BATCH, count - dropped))
        .primaryKeys();
      await db.papers.bulkDelete(keys);
      return keys.length;
    });
    if (size === 0) break;
    dropped += size;
  }
  return dropped;
}
