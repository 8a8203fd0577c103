import { isPaperId, type PaperId } from '../../papers/ids';
import { libraryCount } from '../../store/commands/copying';
import type { AsterismDatabase } from '../../store/database';
import { rowsOf } from '../../store/manyRows';
import type { Held } from '../../store/sync/rows';
import { partsOf } from '../../sync/dots';
import type { Batch } from '../../sync/elements';

/** More removals than this, and more than this part of the library, wait for the reader. */
const [MANY, PART] = [20, 1 / 10];

/** Watches what comes for very many removals. */
export class Holding {
  /** What is held back; null: nothing. */
  held: Held | null = null;
  readonly #db: AsterismDatabase;
  readonly #allowed: string | null;

  /** @param allowed the machine whose removals the reader has just decided about */
  constructor(db: AsterismDatabase, allowed: string | null) {
    this.#db = db;
    this.#allowed = allowed;
  }

  /** The machines whose batches have to wait. */
  async heldBack(batches: readonly Batch[]): Promise<ReadonlySet<string>> {
    const machines = new Set<string>();
    const byMachine = Map.groupBy(batches, ({ dot }) => partsOf(dot).machine);
    for (const [machine, theirs] of byMachine) {
      if (machine === this.#allowed) continue;
      const ids = await this.#bookmarksOf(theirs);
      if (ids.length <= MANY) continue;
      const of = await libraryCount(this.#db);
      if (ids.length <= of * PART) continue;
      const name = theirs.find(({ by }) => by !== undefined)?.by ?? '';
      this.held = { machine, name, ids, of };
      machines.add(machine);
    }
    return machines;
  }

  /** Bookmarks that batches remove. */
  async #bookmarksOf(batches: readonly Batch[]): Promise<PaperId[]> {
    const gone = batches.flatMap(({ records }) =>
      records.flatMap(({ id, gone: how }) => (how === 'trash' && isPaperId(id) ? id : [])),
    );
    const rows = await rowsOf(this.#db.bookmarks, gone);
    return [...new Set(gone)].filter((id) => rows.has(id));
  }
}
