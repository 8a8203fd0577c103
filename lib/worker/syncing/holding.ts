import { isPaperId, type PaperId } from '../../papers/ids';
import { libraryCount } from '../../store/commands/copying';
import type { AsterismDatabase } from '../../store/database';
import { rowsOf } from '../../store/manyRows';
import type { Held } from '../../store/sync/rows';
import type { DatabaseSyncStore } from '../../store/sync/syncStore';
import { partsOf } from '../../sync/dots';
import type { Batch } from '../../sync/elements';

/** More removals than this, and more than this part of the library, wait for the reader. */
const [MANY, PART] = [20, 1 / 10];

interface Needs {
  db: AsterismDatabase;
  store: DatabaseSyncStore;
  /** The machine whose removals the reader has just decided about. */
  allowed: string | null;
}

/** Watches what comes in one cycle for very many removals. */
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
      const gone = theirs.flatMap(({ records }) =>
        records.flatMap(({ id, gone: how }) => (how === 'trash' ? id : [])),
      );
      const name = theirs.find(({ by }) => by !== undefined)?.by ?? '';
      if (await this.#isHeld(machine, name, gone)) machines.add(machine);
    }
    return machines;
  }

  /** Whether the whole state that has come has to wait. */
  async isHeldBack(machine: string): Promise<boolean> {
    const { own, machines } = await this.#needs.store.state();
    if (own.isJoining) return false;
    const gone = await this.#needs.store.removedByState();
    return this.#isHeld(machine, machines.get(machine)?.name ?? '', gone);
  }

  async #isHeld(machine: string, name: string, gone: readonly string[]): Promise<boolean> {
    const { db, allowed } = this.#needs;
    if (machine === allowed || gone.length <= MANY) return false;
    const papers = [...new Set(gone)].filter((id): id is PaperId => isPaperId(id));
    const rows = await rowsOf(db.bookmarks, papers);
    const ids = papers.filter((id) => rows.has(id));
    const of = await libraryCount(db);
    if (ids.length <= MANY || ids.length <= of * PART) return false;
    this.held = { machine, name, ids, of };
    return true;
  }
}
