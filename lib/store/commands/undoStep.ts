import { deepEqual } from '../../papers/deepEqual';
import { factsTakenBack } from '../../papers/factChanges';
import type { PaperId } from '../../papers/ids';
import type { Paper } from '../../papers/paper';
import { type Dismissal, type StepChange, takeBack } from '../../papers/steps';
import { isThere, UNTOUCHED } from '../../papers/trash';
import { changing, statesOf } from '../changes';
import { takeBackColours } from '../colours';
import type { AsterismDatabase } from '../database';
import { withdrawEvents } from '../events';
import { rowsOf } from '../manyRows';
import { type DismissedRow, nothingKnown, type StepPart } from '../rows';
import { takeBackSearches } from '../searchesAndColours';
import { partsOf } from '../stepLog';
import { factsOf, type Turn, writeTurns } from '../writeRows';

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

/** The facts of a paper after a change is taken back; undefined where they stay as they are. */
function factsBack(
  { id, change }: { id: PaperId; change: StepChange },
  known: Paper | undefined,
  isBack: boolean,
): Paper | undefined {
  // A paper that was in the history alone may have been evicted since.
  if (known === undefined) return isBack ? (change.gone?.paper ?? nothingKnown(id)) : undefined;
  const facts = change.facts && factsTakenBack(known, change.facts);
  return facts === undefined || deepEqual(facts, known) ? undefined : facts;
}

/** Whether a paper is for the reader after a change is taken back; undefined where that stays as it is. */
function dismissalBack(
  { dismissed }: StepChange,
  now: DismissedRow | undefined,
): Dismissal | undefined {
  if (dismissed === undefined || (now?.at ?? null) !== dismissed.left) return undefined;
  return { was: dismissed.left, left: dismissed.was };
}

/** Takes one part of a step back. Inside a transaction over `changing`, `colours` and `searches`. */
export async function takeBackPart(
  db: AsterismDatabase,
  part: StepPart | undefined,
): Promise<void> {
  if (part === undefined) return; // older than the log reaches back
  const { changes, colours = [], searches = [], step } = part;
  const ids = changes.map(({ id }) => id);
  const states = await statesOf(db, ids);
  const turns = changes.map((change) => {
    const before = states.get(change.id) ?? UNTOUCHED;
    return { id: change.id, before, after: takeBack(before, change), change };
  });
  const isBack = ({ before, after }: Turn): boolean => !isThere(before) && isThere(after);
  const asked = turns.filter((turn) => isBack(turn) || turn.change.facts !== undefined);
  const known = await factsOf(
    db,
    asked.map(({ id }) => id),
  );
  const dismissed = await rowsOf(db.dismissed, ids);
  await writeTurns(
    db,
    turns.map((turn) => ({
      ...turn,
      facts: factsBack(turn, known.get(turn.id), isBack(turn)),
      dismissed: dismissalBack(turn.change, dismissed.get(turn.id)),
    })),
  );
  await withdrawEvents(db, ids, step);
  await takeBackColours(db, colours);
  await takeBackSearches(db, searches);
}
