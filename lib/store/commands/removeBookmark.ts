import type { PaperId } from '../../papers/ids';
import type { AsterismDatabase } from '../database';
import { dropBookmarks, keeping } from '../keep';
import { toBookmark } from '../rows';
import { stepThatLeft, writeStep } from '../stepLog';
import { changeBetween } from '../steps';

/** Takes a bookmark out of the library and gives the step that puts it back; null where there was none. */
export function removeBookmark(
  db: AsterismDatabase,
  id: PaperId,
  now: () => Date,
): Promise<number | null> {
  return db.transaction('rw', [...keeping(db), db.steps], async () => {
    const row = await db.bookmarks.get(id);
    const change = row && changeBetween(id, toBookmark(row), null);
    if (!change) return stepThatLeft(db, id, null);
    await dropBookmarks(db, [id]);
    return writeStep(db, change, now().toISOString());
  });
}
