import type { PaperId } from '../../papers/ids';
import { removed } from '../../papers/trash';
import { changing, statesOf, storeAsStep } from '../changes';
import type { AsterismDatabase } from '../database';
import { nextStep, removalTime, stepThatLeft } from '../stepLog';

/** Moves a bookmark into the trash and gives the step that puts it back; null where there was none. */
export function removeBookmark(
  db: AsterismDatabase,
  id: PaperId,
  now: () => Date,
): Promise<number | null> {
  return db.transaction('rw', changing(db), async () => {
    const at = await removalTime(db, now);
    const before = (await statesOf(db, [id])).get(id);
    if (!before?.bookmark) return stepThatLeft(db, id, null);
    const step = await nextStep(db);
    const turn = { id, before, after: removed(before, at) };
    await storeAsStep(db, [turn], { step, part: 0, at });
    return step;
  });
}
