import type { Table } from 'dexie';
import { keptIn } from '../papers/bookmark';
import { eventBetween } from '../papers/events';
import { factsBetween } from '../papers/factChanges';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import { changeBetween, type StepChange } from '../papers/steps';
import type { PaperState } from '../papers/trash';
import type { AsterismDatabase } from './database';
import { addEvents } from './events';
import { rowsOf } from './manyRows';
import { writePart } from './stepLog';
import { factsOf, type Turn, writeTurns, writing } from './writeRows';

/** The tables that a transaction needs which changes what the reader said. */
export function changing(db: AsterismDatabase): Table[] {
  return [...writing(db), db.events, db.steps];
}

/** What the reader has said about some papers; each of them is in it. Facts are not read. */
export async function statesOf(
  db: AsterismDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, PaperState>> {
  const wanted = [...new Set(ids)];
  const [bookmarks, trash] = await Promise.all([
    rowsOf(db.bookmarks, wanted),
    rowsOf(db.trash, wanted),
  ]);
  const entries = wanted.map((id): [PaperId, PaperState] => {
    const [row, old] = [bookmarks.get(id), trash.get(id)];
    const trashed = old ? { ...keptIn(old), trashedAt: old.trashedAt } : null;
    return [id, { bookmark: row ? keptIn(row) : null, trashed }];
  });
  return new Map(entries);
}

/** Which part of which step turns are, and when they were made. */
export interface PartOfStep {
  step: number;
  part: number;
  at: string;
}

/**
 * Stores turns, tells them to the papers' histories, and writes down what takes them back. Gives how many changed.
 * @param isStep whether they can be taken back
 * @param known the facts of their papers before, where those that the turns tell are taken back with them
 */
export async function storeAsStep(
  db: AsterismDatabase,
  turns: readonly Turn[],
  { step, part, at }: PartOfStep,
  isStep = true,
  known?: ReadonlyMap<PaperId, Paper>,
): Promise<number> {
  await takeDismissalsBack(db, turns);
  const events = turns.flatMap(({ id, before, after }) => {
    const event = eventBetween(before, after, at, step);
    return event ? [[id, event] as const] : [];
  });
  const changes = await changesOf(db, turns, known); // before the facts of what goes are deleted
  await Promise.all([
    writeTurns(db, turns),
    addEvents(db, new Map(events)),
    isStep && changes.length > 0 && writePart(db, step, part, changes, at),
  ]);
  return changes.length;
}

/** Of turns that star a dismissed paper, notes that it is for the reader after all. */
export async function takeDismissalsBack(
  db: AsterismDatabase,
  turns: readonly Turn[],
): Promise<void> {
  const isStarred = ({ bookmark }: PaperState): boolean => bookmark?.annotation.starred ?? false;
  const starring = turns.filter(({ before, after }) => !isStarred(before) && isStarred(after));
  const rows = await rowsOf(
    db.dismissed,
    starring.map(({ id }) => id),
  );
  for (const turn of starring) {
    const row = rows.get(turn.id);
    if (row) turn.dismissed = { was: row.at, left: null };
  }
}

/**
 * What a step needs to take turns back that are not stored yet.
 * @param known the facts of their papers before, where those that the turns tell are taken back with them: a file's are,
 * a page's are not
 */
export async function changesOf(
  db: AsterismDatabase,
  turns: readonly Turn[],
  known: ReadonlyMap<PaperId, Paper> = new Map(),
): Promise<StepChange[]> {
  const gone = turns.filter(
    ({ before, after }) => before.bookmark && !after.bookmark && before.trashed === after.trashed,
  );
  const facts = await factsOf(
    db,
    gone.map(({ id }) => id),
  );
  return turns.flatMap(({ id, before, after, facts: left, dismissed }) => {
    const was = known.get(id);
    const told = was && left ? factsBetween(was, left) : null;
    return changeBetween(id, before, after, facts.get(id), told, dismissed) ?? [];
  });
}
