import type { PaperId } from '../../papers/ids';
import { uncopiedPapers } from '../commands/copying';
import { CAPTURED, COPIED } from '../copyState';
import type { AsterismDatabase } from '../database';

// `uncopied` has two readers: the copy of the library, and sync where it is on. Called inside a transaction over
// `copyState` and `uncopied`.

/** Papers that commands have changed and that are not captured yet, some of them, and up to where they go. */
export async function uncaptured(
  db: AsterismDatabase,
  most: number,
): Promise<{ ids: PaperId[]; through: number }> {
  const row = await db.copyState.get(CAPTURED);
  return uncopiedPapers(db, row?.through ?? 0, most);
}

/** Whether commands have changed papers that are not captured yet. */
export async function isUncaptured(db: AsterismDatabase): Promise<boolean> {
  const [row, last] = await Promise.all([
    db.copyState.get(CAPTURED),
    db.uncopied.toCollection().lastKey(),
  ]);
  return Number(last ?? 0) > (row?.through ?? 0);
}

/** The last change that was noted. */
export async function lastNoted(db: AsterismDatabase): Promise<number> {
  const [rows, last] = await Promise.all([
    db.copyState.bulkGet([COPIED, CAPTURED]),
    db.uncopied.toCollection().lastKey(),
  ]);
  return Math.max(Number(last ?? 0), ...rows.map((row) => row?.through ?? 0));
}

/** Notes up to where changes are captured, and forgets those that the copy has, too. */
export async function noteCaptured(db: AsterismDatabase, through: number): Promise<void> {
  const [copied] = await Promise.all([
    db.copyState.get(COPIED),
    db.copyState.put({ id: CAPTURED, through }),
  ]);
  const both = Math.min(through, copied?.through ?? 0);
  await db.uncopied.where('seq').belowOrEqual(both).delete();
}

/** Nobody captures any more: what the copy has is forgotten. */
export async function endCapturing(db: AsterismDatabase): Promise<void> {
  await db.copyState.delete(CAPTURED);
  const copied = await db.copyState.get(COPIED);
  await db.uncopied
    .where('seq')
    .belowOrEqual(copied?.through ?? 0)
    .delete();
}
