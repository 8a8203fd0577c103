import type { CameFrom } from '../../messages/syncMessages';
import type { AsterismDatabase } from '../../store/database';
import { rowsOf } from '../../store/manyRows';
import { nothingKnown } from '../../store/rows';

/** The last things that came from other machines, the newest first. */
export function cameFrom(db: AsterismDatabase): Promise<CameFrom[]> {
  return db.transaction('r', db.synced, db.papers, async () => {
    const rows = await db.synced.reverse().toArray();
    const ids = rows.map(({ paperId }) => paperId);
    const facts = await rowsOf(db.papers, ids);
    return rows.map(({ seq: _, ...row }) => {
      const { title } = facts.get(row.paperId)?.paper ?? nothingKnown(row.paperId);
      return { ...row, title };
    });
  });
}
