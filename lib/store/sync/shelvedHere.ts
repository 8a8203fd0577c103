import { isPaperId, type PaperId } from '../../papers/ids';
import { type Shelved, shelfKey } from '../../sync/shelfThings';
import type { AsterismDatabase } from '../database';
import { rowsOf } from '../manyRows';
import { dismissedPaper } from '../rows';

/**
 * What of the shelf is here under some ids; those that are not there are left out. Inside a transaction over `colours`,
 * `searches`, `dismissed` and `papers`.
 */
export async function shelvedHere(
  db: AsterismDatabase,
  ids: Iterable<string>,
): Promise<Map<string, Shelved>> {
  const here = new Map<string, Shelved>();
  const dismissed = new Map<PaperId, string>();
  for (const id of ids) {
    const named = shelfKey(id);
    if (named === null) continue;
    const { kind, key } = named;
    if (kind === 'dismissed' && isPaperId(key)) dismissed.set(key, id);
    const table = kind === 'colour' ? db.colours : kind === 'search' ? db.searches : null;
    const thing: Shelved | undefined = await table?.get(key);
    if (thing) here.set(id, thing);
  }
  const papers = [...dismissed.keys()];
  const [rows, facts] = await Promise.all([
    rowsOf(db.dismissed, papers),
    rowsOf(db.papers, papers),
  ]);
  for (const [id, row] of rows) {
    here.set(dismissed.get(id) ?? id, dismissedPaper(row, facts.get(id)));
  }
  return here;
}
