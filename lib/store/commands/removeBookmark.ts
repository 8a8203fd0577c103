import type { PaperId } from '../../papers/ids';
import { changing, saidOf, storeAsStep } from '../changes';
import type { AsterismDatabase } from '../database';
import { nextStep, removalTime, stepThatLeft, writePart } from '../stepLog';
import { removed } from '../trash';

/** Moves a bookmark into the trash and gives the step that puts it back; null where there was none. */
export function removeBookmark(
  db: AsterismDatabase,
  id: PaperId,
  now: () => Date,
): Promise<number | null> {
  return db.transaction('rw', changing(db), async () => {
    const at = await removalTime(db, now);
    const before = (await saidOf(db, [id])).get(id);
    if (!before?.bookmark) return stepThatLeft(db, id, null);
    const step = await nextStep(db);
    const turn = { id, before, after: removed(before, at) };
    await writePart(db, step, 0, await storeAsStep(db, [turn], step, at), at);
    return step;
  });
}
