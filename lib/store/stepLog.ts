import type { Kept } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import { isAsLeft, type StepChange } from '../papers/steps';
import type { AsterismDatabase } from './database';
import type { ColourChange, SearchChange } from './rows';

// Called inside a transaction over `steps`.

/** Steps that are kept. */
const KEPT = 100;

/** Starts a step and gives its number. Numbers are never used twice: an old "undo" must not take back another step. */
export async function nextStep(db: AsterismDatabase): Promise<number> {
  return ((await lastPart(db))?.step ?? 0) + 1;
}

/**
 * When something is removed: never before what was done last. Under a clock that was set back a year, the trash would
 * else be purged of it as soon as the clock is right again.
 */
export async function removalTime(db: AsterismDatabase, now: () => Date): Promise<string> {
  const at = now().toISOString();
  const last = (await lastPart(db))?.at ?? at;
  return last > at ? last : at;
}

/** Writes one part of a step; drops the steps that are too old to be kept. */
export async function writePart(
  db: AsterismDatabase,
  step: number,
  part: number,
  changes: StepChange[],
  at: string,
  colours: ColourChange[] = [],
  searches: SearchChange[] = [],
): Promise<void> {
  const shelves = {
    ...(colours.length > 0 ? { colours } : {}),
    ...(searches.length > 0 ? { searches } : {}),
  };
  const row = { step, part, at, changes, ...shelves };
  const old = db.steps.where('[step+part]').below([step + 1 - KEPT, 0]);
  await Promise.all([db.steps.put(row), part === 0 && old.delete()]);
}

/**
 * The last step, if it is all that happened to this paper and the paper is as it left it; else null.
 * A request that was carried out before its answer was lost finds its step again so.
 */
export async function stepThatLeft(
  db: AsterismDatabase,
  id: PaperId,
  current: Kept | null,
): Promise<number | null> {
  const last = await lastPart(db);
  const [change, ...others] = last?.changes ?? [];
  const mine = last && change?.id === id && others.length === 0 && isAsLeft(change, current);
  return mine ? last.step : null;
}

/** The parts of a step, in their order. */
export function partsOf(db: AsterismDatabase, step: number) {
  return db.steps.where('[step+part]').between([step], [step, []]);
}

function lastPart(db: AsterismDatabase) {
  return db.steps.toCollection().last();
}
