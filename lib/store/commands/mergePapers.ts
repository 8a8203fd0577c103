import type { PaperId } from '../../papers/ids';
import { combinePapers, mergeKept } from '../../papers/merging';
import { UNTOUCHED } from '../../papers/trash';
import { changing, statesOf, storeAsStep } from '../changes';
import type { AsterismDatabase } from '../database';
import { nextStep } from '../stepLog';

/** Two papers that are one, of which the second id stays. */
export interface MergedPapers {
  from: PaperId;
  into: PaperId;
}

/**
 * Makes one bookmark of two: what was said about the first paper is said about the second, too, whose facts are both
 * papers' together. Gives the step that takes it back, null where nothing changed; undefined where the second paper is
 * unknown.
 */
export function mergePapers(
  db: AsterismDatabase,
  { from, into }: MergedPapers,
  now: () => Date,
): Promise<number | null | undefined> {
  return db.transaction('rw', changing(db), async () => {
    const [states, [gone, known], step] = await Promise.all([
      statesOf(db, [from, into]),
      db.papers.bulkGet([from, into]),
      nextStep(db),
    ]);
    const [before, target] = [from, into].map((id) => states.get(id) ?? UNTOUCHED);
    if (known === undefined) return undefined;
    if (!before?.bookmark || !target || from === into) return null;
    const { bookmark } = target;
    const merged = bookmark ? mergeKept(bookmark, before.bookmark) : before.bookmark;
    const facts = gone ? combinePapers(known.paper, { ...gone.paper, id: into }) : known.paper;
    const turns = [
      { id: into, before: target, after: { ...target, bookmark: merged }, facts },
      { id: from, before, after: { ...before, bookmark: null } },
    ];
    const at = now().toISOString();
    await storeAsStep(db, turns, { step, part: 0, at }, true, new Map([[into, known.paper]]));
    return step;
  });
}
