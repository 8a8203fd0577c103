import type { Table } from 'dexie';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { Dismissal } from '../papers/steps';
import { isThere, type PaperState } from '../papers/trash';
import { noteRows } from './changeTracking';
import { countsOf, type Written } from './counts';
import type { AsterismDatabase } from './database';
import { FEW, rowsOf } from './manyRows';
import { type PaperRow, toRow } from './rows';

// Whatever must change together changes here: nothing else writes bookmarks or facts, or deletes facts.

/** One paper before and after a command; what does not change is the same object. */
export interface Turn {
  id: PaperId;
  before: PaperState;
  after: PaperState;
  /** The facts of the paper, where they change. */
  facts?: Paper | undefined;
  /** Whether the paper is for the reader, where that changes. */
  dismissed?: Dismissal | undefined;
}

/** The tables that a transaction needs in which turns are written. */
export function writing(db: AsterismDatabase): Table[] {
  return [...[db.bookmarks, db.trash, db.papers, db.history, db.counts, db.uncopied], db.dismissed];
}

/** Stores what turns made of bookmarks, trash and facts. Inside a transaction over `writing`. */
export async function writeTurns(db: AsterismDatabase, turns: readonly Turn[]): Promise<void> {
  const bookmarks = turns.filter(({ before, after }) => before.bookmark !== after.bookmark);
  const trash = turns.filter(({ before, after }) => before.trashed !== after.trashed);
  const counted = bookmarks.map(({ before, after }) => ({
    before: before.bookmark,
    after: after.bookmark,
  }));
  const facts = turns.flatMap((turn) => (turn.facts ? { ...turn, facts: turn.facts } : []));
  const forgotten = turns.filter(
    ({ before, after, dismissed }) =>
      (isThere(before) || dismissed?.left === null) && !isThere(after),
  );
  const dismissals = turns.filter(({ dismissed }) => dismissed !== undefined);
  // All asked at once, here and below: a star takes as long as the requests that wait for each other.
  await Promise.all([
    count(db, counted), // first: what it reads waits for no rows
    replace(
      db.bookmarks,
      bookmarks,
      ({ id, after: { bookmark } }) => bookmark && toRow(id, bookmark),
    ),
    replace(db.trash, trash, ({ id, after: { trashed } }) => trashed && { ...trashed, id }),
    replace(db.dismissed, dismissals, ({ id, dismissed }) =>
      dismissed?.left ? { id, at: dismissed.left } : null,
    ),
    writeFacts(
      db,
      facts.map(({ id, facts: paper }) => ({ id, paper })),
      facts.flatMap(({ id, before, after }) =>
        after.bookmark && after.bookmark === before.bookmark ? id : [],
      ),
    ),
  ]);
  await forgetFacts(
    db,
    forgotten.map(({ id }) => id),
  );
}

/**
 * Stores facts. Inside a transaction over `papers` and `uncopied`.
 * @param bookmarks those of the papers that are bookmarks and stay as they are: the copy has their facts, too
 */
export async function writeFacts(
  db: AsterismDatabase,
  facts: readonly PaperRow[],
  bookmarks: readonly PaperId[],
): Promise<void> {
  await Promise.all([
    facts.length > 0 && db.papers.bulkPut(facts),
    bookmarks.length > 0 && db.uncopied.bulkAdd(noteRows(bookmarks)),
  ]);
}

/**
 * Deletes the facts of some papers, but for those that somebody needs: the library, the trash, the history or what is dismissed.
 * Inside a transaction over these and `papers`.
 */
export async function forgetFacts(db: AsterismDatabase, ids: readonly PaperId[]): Promise<void> {
  if (ids.length === 0) return;
  const needed = await Promise.all([
    rowsOf(db.bookmarks, ids),
    rowsOf(db.trash, ids),
    rowsOf(db.history, ids),
    rowsOf(db.dismissed, ids),
  ]);
  await db.papers.bulkDelete(ids.filter((id) => !needed.some((rows) => rows.has(id))));
}

/** The facts of some papers, as far as they are known. */
export async function factsOf(
  db: AsterismDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, Paper>> {
  const rows = await rowsOf(db.papers, ids);
  return new Map([...rows].map(([id, { paper }]) => [id, paper]));
}

async function replace<R>(
  table: Table<R, PaperId>,
  turns: readonly Turn[],
  rowOf: (turn: Turn) => R | null,
): Promise<void> {
  const rows = turns.flatMap((turn) => rowOf(turn) ?? []);
  const dropped = turns.flatMap((turn) => (rowOf(turn) === null ? turn.id : []));
  await Promise.all([
    rows.length > 0 && table.bulkPut(rows),
    dropped.length > 0 && table.bulkDelete(dropped),
  ]);
}

/** Counts what is written. */
async function count(db: AsterismDatabase, written: Iterable<Written>): Promise<void> {
  const added = [...countsOf(written)];
  if (added.length === 0) return;
  const keys = added.map(([key]) => key);
  // Narrow rows: all of them are read sooner than many one by one.
  const rows = keys.length < FEW ? await db.counts.bulkGet(keys) : await db.counts.toArray();
  const known = new Map(rows.flatMap((row) => (row ? [[row.key, row.count]] : [])));
  const next = added.map(([key, by]) => ({ key, count: (known.get(key) ?? 0) + by }));
  await db.counts.bulkPut(next.filter((row) => row.count > 0));
  const gone = next.filter((row) => row.count <= 0);
  if (gone.length > 0) await db.counts.bulkDelete(gone.map(({ key }) => key));
}
