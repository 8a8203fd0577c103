import { deepEqual } from '../../papers/deepEqual';
import type { PaperId } from '../../papers/ids';
import { changing, saidOf, store } from '../changes';
import { takeBackColours } from '../colours';
import type { AsterismDatabase } from '../database';
import { withdrawEvents } from '../events';
import { takeBackSearches } from '../searchesAndColours';
import { partsOf } from '../stepLog';
import { type StepPart, takeBack } from '../steps';
import { NOTHING } from '../trash';

/**
 * Takes a step of one part back: every part that it changed is as it was, with its time, unless it was changed again
 * since. Gives the ids of its papers; `many` where it has more parts, null where there is no such step (any more).
 * Undoing twice is the same as once.
 */
export function undoStep(db: AsterismDatabase, step: number): Promise<PaperId[] | 'many' | null> {
  return db.transaction('rw', [...changing(db), db.colours, db.searches], async () => {
    const [key, ...others] = await partsOf(db, step).limit(2).primaryKeys();
    if (key === undefined) return null;
    if (others.length > 0) return 'many';
    const part = await db.steps.get(key);
    await takeBackPart(db, part);
    return (part?.changes ?? []).map(({ id }) => id);
  });
}

/** Takes one part of a step back. Inside a transaction over `changing`, `colours` and `searches`. */
export async function takeBackPart(
  db: AsterismDatabase,
  part: StepPart | undefined,
): Promise<void> {
  if (part === undefined) return; // older than the log reaches back
  const { changes, colours = [], searches = [], step } = part;
  const ids = changes.map(({ id }) => id);
  const said = await saidOf(db, ids);
  const turns = changes.map((change) => {
    const before = said.get(change.id) ?? NOTHING;
    const after = takeBack(before, change);
    if (deepEqual(after.bookmark, before.bookmark)) after.bookmark = before.bookmark;
    return { id: change.id, before, after };
  });
  await store(db, turns);
  await withdrawEvents(db, ids, step);
  await takeBackColours(db, colours);
  await takeBackSearches(db, searches);
}
