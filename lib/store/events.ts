import type { Status } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { AsterismDatabase } from './database';
import { rowsOf } from './manyRows';
import type { Said } from './trash';

/** Something that the reader did with a paper: the parts that changed. Imports bring their own times and are none. */
export interface PaperEvent {
  at: string;
  /** The step that did it: taken back, it takes the event with it. */
  step: number;
  starred?: boolean;
  status?: Status | null;
  /** True: removed, into the trash. False: it came back from there. */
  trashed?: boolean;
}

/** One paper's events, oldest first. One row a paper: what an action costs does not depend on how many there are. */
export interface EventsRow {
  id: PaperId;
  events: PaperEvent[];
}

/** Events that are kept of one paper. */
export const MOST_EVENTS = 100;

/** What happened from one state to the next, or null if it was nothing that a paper's history tells. */
export function eventBetween(
  before: Said,
  after: Said,
  at: string,
  step: number,
): PaperEvent | null {
  const event: PaperEvent = { at, step };
  if (before.trashed !== after.trashed) event.trashed = after.trashed !== null;
  else {
    const [was, is] = [before.bookmark?.annotation, after.bookmark?.annotation];
    if ((was?.starred ?? false) !== (is?.starred ?? false)) event.starred = is?.starred ?? false;
    if ((was?.status ?? null) !== (is?.status ?? null)) event.status = is?.status ?? null;
  }
  return Object.keys(event).length > 2 ? event : null;
}

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
