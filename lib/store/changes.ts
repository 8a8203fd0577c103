import type { Table } from 'dexie';
import type { PaperId } from '../papers/ids';
import type { AsterismDatabase } from './database';
import { addEvents, eventBetween } from './events';
import { rowsOf } from './manyRows';
import { toBookmark } from './rows';
import { changeBetween, type StepChange } from './steps';
import type { Said } from './trash';
import { keeping, writeBookmarks } from './writeRows';

/** One paper before and after a command; what is not changed is the same object. */
export interface Turn {
  id: PaperId;
  before: Said;
  after: Said;
}

/** The tables that a transaction needs which changes what the reader said. */
export function changing(db: AsterismDatabase): Table[] {
  return [...keeping(db), db.trash, db.events, db.steps];
}

/** What the reader said of some papers; each of them is in it. */
export async function saidOf(
  db: AsterismDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, Said>> {
  const wanted = [...new Set(ids)];
  const [rows, trash] = await Promise.all([rowsOf(db.bookmarks, wanted), rowsOf(db.trash, wanted)]);
  const entries = wanted.map((id): [PaperId, Said] => {
    const row = rows.get(id);
    return [id, { bookmark: row ? toBookmark(row) : null, trashed: trash.get(id) ?? null }];
  });
  return new Map(entries);
}

/** Stores what turns made of bookmarks and trash. Inside a transaction over `changing`. */
export async function store(db: AsterismDatabase, turns: readonly Turn[]): Promise<void> {
  const kept = turns.filter(({ before, after }) => before.bookmark !== after.bookmark);
  const trash = turns.filter(({ before, after }) => before.trashed !== after.trashed);
  // All asked at once, here and below: a star takes as long as the requests that wait for each other.
  await Promise.all([
    writeBookmarks(
      db,
      kept.map(({ before, after }) => ({ before: before.bookmark, after: after.bookmark })),
    ),
    trash.length > 0 && db.trash.bulkPut(trash.flatMap(({ after }) => after.trashed ?? [])),
    trash.length > 0 &&
      db.trash.bulkDelete(trash.flatMap(({ id, after }) => (after.trashed ? [] : id))),
  ]);
}

/** Stores turns, tells them to the papers' histories, and gives what a step needs to take them back. */
export async function storeAsStep(
  db: AsterismDatabase,
  turns: readonly Turn[],
  step: number,
  at: string,
): Promise<StepChange[]> {
  const events = turns.flatMap(({ id, before, after }) => {
    const event = eventBetween(before, after, at, step);
    return event ? [[id, event] as const] : [];
  });
  await Promise.all([store(db, turns), addEvents(db, new Map(events))]);
  return changesOf(turns);
}

/** What a step needs to take turns back. */
export function changesOf(turns: readonly Turn[]): StepChange[] {
  return turns.flatMap(({ id, before, after }) => changeBetween(id, before, after) ?? []);
}
