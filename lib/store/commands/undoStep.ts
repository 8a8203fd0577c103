import type { PaperId } from '../../papers/ids';
import type { AsterismDatabase } from '../database';
import { dropBookmarks, keepBookmarks, keeping } from '../keep';
import { toBookmark } from '../rows';
import { same } from '../same';
import { type StepChange, takeBack } from '../steps';

/**
 * Takes a step back: every part that it changed is as it was, with its time, unless it was changed again since.
 * Gives the ids of all its papers, or null where there is no such step (any more). Undoing twice is the same as once.
 */
export function undoStep(db: AsterismDatabase, step: number): Promise<PaperId[] | null> {
  return db.transaction('rw', [...keeping(db), db.steps], async () => {
    const ids: PaperId[] = [];
    const keys = await db.steps.where('[step+part]').between([step], [step, []]).primaryKeys();
    for (const key of keys) {
      const changes = (await db.steps.get(key))?.changes ?? [];
      await takeBackAll(db, changes);
      for (const { id } of changes) ids.push(id);
    }
    return keys.length > 0 ? ids : null;
  });
}

async function takeBackAll(db: AsterismDatabase, changes: readonly StepChange[]): Promise<void> {
  const rows = await db.bookmarks.bulkGet(changes.map(({ id }) => id));
  const current = rows.map((row) => (row ? toBookmark(row) : null));
  const wanted = changes.map((change, index) => takeBack(current[index] ?? null, change));
  const gone = changes.filter((_, index) => current[index] && !wanted[index]);
  await dropBookmarks(
    db,
    gone.map(({ id }) => id),
  );
  const back = wanted.filter((bookmark, index) => !same(bookmark, current[index]));
  await keepBookmarks(
    db,
    back.filter((bookmark) => bookmark !== null),
  );
}
