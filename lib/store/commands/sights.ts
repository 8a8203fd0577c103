import type { Sighted } from '../../messages/messages';
import type { PaperId } from '../../papers/ids';
import type { AsterismDatabase } from '../database';
import { rowsOf } from '../manyRows';
import type { SightRow } from '../rows';

/**
 * Remembers which papers were in sight, and the longest that one visit had each of them there. Papers that are not in
 * the history are left out: they would stay for ever. Twice the same is as once.
 */
export function rememberSights(
  db: AsterismDatabase,
  sighted: readonly Sighted[],
  now: () => Date,
): Promise<void> {
  return db.transaction('rw', db.sights, db.history, async () => {
    const at = now().toISOString();
    const ids = [...new Set(sighted.map(({ id }) => id))];
    const [history, known] = await Promise.all([rowsOf(db.history, ids), rowsOf(db.sights, ids)]);
    const rows = new Map(known);
    for (const { id, seconds } of sighted) {
      const row: SightRow | undefined = rows.get(id);
      if (!history.has(id) || (row && row.seconds >= seconds)) continue;
      rows.set(id, { id, at: row?.at ?? at, seconds });
    }
    const changed = [...rows.values()].filter((row) => known.get(row.id) !== row);
    if (changed.length > 0) await db.sights.bulkPut(changed);
  });
}

/** Forgets that papers were in sight: what "mark all as seen" said is taken back. */
export function forgetSights(db: AsterismDatabase, ids: readonly PaperId[]): Promise<void> {
  return db.sights.bulkDelete([...ids]);
}

/** What is known of how papers were in sight. */
export function sightsOf(
  db: AsterismDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, SightRow>> {
  return rowsOf(db.sights, ids);
}

/** Since when it is measured what is in sight, as far as the history reaches; null: it never was. ISO 8601, UTC. */
export async function measuredSince(db: AsterismDatabase): Promise<string | null> {
  return (await db.sights.orderBy('at').first())?.at ?? null;
}
