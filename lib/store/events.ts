import type { PaperEvent } from '../papers/events';
import type { PaperId } from '../papers/ids';
import type { AsterismDatabase } from './database';
import { rowsOf } from './manyRows';

/** Events that are kept of one paper. */
export const MOST_EVENTS = 100;

/** Adds events to their papers' histories. Inside a transaction over `events`. */
export function addEvents(
  db: AsterismDatabase,
  events: ReadonlyMap<PaperId, PaperEvent>,
): Promise<void> {
  return change(db, [...events.keys()], (known, id) => {
    const event = events.get(id);
    return event ? [...known, event].slice(-MOST_EVENTS) : known;
  });
}

/** Takes the events of a step that is taken back out of their papers' histories. Inside a transaction over `events`. */
export function withdrawEvents(
  db: AsterismDatabase,
  ids: readonly PaperId[],
  step: number,
): Promise<void> {
  return change(db, ids, (known) =>
    known.some((event) => event.step === step)
      ? known.filter((event) => event.step !== step)
      : known,
  );
}

async function change(
  db: AsterismDatabase,
  ids: readonly PaperId[],
  next: (known: PaperEvent[], id: PaperId) => PaperEvent[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await rowsOf(db.events, ids);
  const changed = ids.flatMap((id) => {
    const known = rows.get(id)?.events ?? [];
    const events = next(known, id);
    return events === known ? [] : { id, events };
  });
  if (changed.length > 0) await db.events.bulkPut(changed);
}
