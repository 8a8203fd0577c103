import { isPaperId, type PaperId } from '../../papers/ids';
import { libraryCount } from '../../store/commands/copying';
import type { AsterismDatabase } from '../../store/database';
import { rowsOf } from '../../store/manyRows';
import type { BookmarkRow } from '../../store/rows';
import type { Held } from '../../store/sync/rows';
import type { DatabaseSyncStore } from '../../store/sync/syncStore';
import { partsOf } from '../../sync/dots';
import type { Batch } from '../../sync/elements';
import { type Losses, lossesIn } from '../../sync/losses';

/** More removals than this, and more than this part of the library, wait for the reader; emptied notes in the same way. */
const [MANY, PART] = [20, 1 / 10];

interface Needs {
  db: AsterismDatabase;
  store: DatabaseSyncStore;
  /** The machine whose removals the reader has just decided about. */
  allowed: string | null;
}

/** Watches what comes in one cycle for very many removals, and for very many notes that are emptied. */
export class Holding {
  /** What is held back; null: nothing. */
  held: Held | null = null;
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Of batches that are next, the machines whose batches have to wait. */
  async heldBack(batches: readonly Batch[]): Promise<ReadonlySet<string>> {
    const machines = new Set<string>();
    for (const [machine, theirs] of Map.groupBy(batches, ({ dot }) => partsOf(dot).machine)) {
      const name = theirs.find(({ by }) => by !== undefined)?.by ?? '';
      if (await this.#isHeld(machine, name, lossesIn(theirs))) machines.add(machine);
    }
    return machines;
  }

  /** Whether the whole state that has come has to wait. */
  async isHeldBack(machine: string): Promise<boolean> {
    const { own, machines } = await this.#needs.store.state();
    if (own.isJoining) return false;
    const losses = await this.#needs.store.lossesByState();
    return this.#isHeld(machine, machines.get(machine)?.name ?? '', losses);
  }

  async #isHeld(machine: string, name: string, losses: Losses): Promise<boolean> {
    const { db, allowed } = this.#needs;
    if (machine === allowed) return false;
    const removed = await this.#rows(losses.removed);
    const of = await libraryCount(db);
    if (isMany(removed.length, of)) return this.#hold({ machine, name, ids: removed, of });
    const notes = await this.#rows(losses.emptied, hasNote);
    if (notes.length <= MANY) return false; // else all notes are counted, which is not often
    const ofNotes = await db.bookmarks.filter(hasNote).count();
    if (!isMany(notes.length, ofNotes)) return false;
    return this.#hold({ machine, name, ids: notes, of: ofNotes, what: 'notes' });
  }

  #hold(held: Held): true {
    this.held = held;
    return true;
  }

  /** Those of some papers that are bookmarks here. */
  async #rows(
    ids: ReadonlySet<string>,
    counts: (row: BookmarkRow) => boolean = () => true,
  ): Promise<PaperId[]> {
    if (ids.size <= MANY) return [];
    const papers = [...ids].filter((id): id is PaperId => isPaperId(id));
    const rows = await rowsOf(this.#needs.db.bookmarks, papers);
    return papers.filter((id) => {
      const row = rows.get(id);
      return row !== undefined && counts(row);
    });
  }
}

function isMany(count: number, of: number): boolean {
  return count > MANY && count > of * PART;
}

function hasNote({ annotation: { note } }: BookmarkRow): boolean {
  return note !== '';
}
