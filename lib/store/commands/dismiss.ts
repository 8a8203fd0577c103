import type { PaperId } from '../../papers/ids';
import { combinePapers } from '../../papers/merging';
import type { Paper } from '../../papers/paper';
import { patched, UNTOUCHED } from '../../papers/trash';
import { changing, statesOf, storeAsStep } from '../changes';
import type { AsterismDatabase } from '../database';
import { rowsOf } from '../manyRows';
import { nextStep } from '../stepLog';

/** Whether a paper is dismissed now, and the step that takes the command back, null where nothing changed. */
export interface Dismissed {
  dismissed: boolean;
  undo: number | null;
}

/**
 * Dismisses a paper, or takes that back. A star goes with it, and all else that the reader said stays. Null where the
 * paper is unknown everywhere. Twice is as once.
 */
export function dismiss(
  db: AsterismDatabase,
  { id, dismissed, paper }: { id: PaperId; dismissed: boolean; paper?: Paper | undefined },
  now: () => Date,
): Promise<Dismissed | null> {
  return db.transaction('rw', changing(db), async () => {
    const at = now().toISOString();
    const [states, known, row, step] = await Promise.all([
      statesOf(db, [id]),
      db.papers.get(id),
      db.dismissed.get(id),
      nextStep(db),
    ]);
    if ((row !== undefined) === dismissed) return { dismissed, undo: null };
    const facts = known && paper ? combinePapers(known.paper, paper) : (known?.paper ?? paper);
    if (facts === undefined) return null;
    const before = states.get(id) ?? UNTOUCHED;
    const turn = {
      id,
      before,
      after: dismissed ? patched(before, { starred: false }, at) : before,
      facts: known ? undefined : facts,
      dismissed: { was: row?.at ?? null, left: dismissed ? at : null },
    };
    await storeAsStep(db, [turn], { step, part: 0, at });
    return { dismissed, undo: step };
  });
}

/** Those of some papers that are dismissed. */
export async function dismissedOf(
  db: AsterismDatabase,
  ids: readonly PaperId[],
): Promise<Set<PaperId>> {
  return new Set((await rowsOf(db.dismissed, ids)).keys());
}
