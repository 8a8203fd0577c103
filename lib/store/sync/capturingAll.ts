import type { Table } from 'dexie';
import type { Tools } from '../../sync/machine';
import { onWritten } from '../changeTracking';
import type { AsterismDatabase } from '../database';
import { isUncaptured } from './captured';
import { captureSome, SLICE } from './capturing';
import { captureShelf, shelfTables } from './shelf';
import type { StateInTurn } from './stateInTurn';

/** What commands did goes into batches, in as many transactions as it takes. Nothing while the machine is joining. */
export class CapturingAll {
  readonly #db: AsterismDatabase;
  readonly #tools: Tools;
  readonly #state: StateInTurn;
  readonly #tables: () => Table[];
  /** Whether nothing was put on the shelf or taken away since it was captured: no list says what. */
  #isShelfCaptured = false;

  /** @param tables all that sync writes */
  constructor(db: AsterismDatabase, tools: Tools, state: StateInTurn, tables: () => Table[]) {
    this.#db = db;
    this.#tools = tools;
    this.#state = state;
    this.#tables = tables;
    const shelf = shelfTables(db).map(({ name }) => name);
    onWritten(db, shelf, () => this.forget());
  }

  /** What was captured is not known any more. */
  forget(): void {
    this.#isShelfCaptured = false;
  }

  async capture(): Promise<void> {
    if (await this.#isUncaptured()) await this.#by(captureSome);
    if (this.#isShelfCaptured) return;
    this.#isShelfCaptured = true; // what is written from here on says so again
    try {
      await this.#by(captureShelf);
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** Asked first: where nothing waits, no star has to wait for a transaction over everything. */
  #isUncaptured(): Promise<boolean> {
    const { copyState, uncopied } = this.#db;
    return this.#state.look([copyState, uncopied], () => isUncaptured(this.#db));
  }

  async #by(capturing: typeof captureSome): Promise<void> {
    for (let isMore = true; isMore; ) {
      isMore = false;
      await this.#state.change(this.#tables(), async (state) => {
        if (state.own.isJoining) return state;
        const { self, count } = await capturing(this.#db, state.self, this.#tools);
        isMore = count >= SLICE;
        return { ...state, self };
      });
    }
  }
}
