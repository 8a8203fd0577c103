import type { Table } from 'dexie';
import type { AsterismDatabase } from '../database';
import { isStill, readState, type SyncState, writeState } from './state';

/** Sync is off: there is nothing to bring in step. */
export class SyncIsOff extends Error {
  override name = 'SyncIsOff';
}

/** The state of sync, read once, and changed by one transaction after the other. */
export class StateInTurn {
  readonly #db: AsterismDatabase;
  readonly #committed: () => void;
  /** What is stored, once it was read; what a transaction made of it counts when the transaction has committed. */
  #known: SyncState | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param committed called after each change */
  constructor(db: AsterismDatabase, committed: () => void) {
    this.#db = db;
    this.#committed = committed;
  }

  /** What is stored; null where sync is off. */
  async read(): Promise<SyncState | null> {
    const { syncState, outbox } = this.#db;
    if (this.#known !== null) return this.#known;
    const stored = await this.#db.transaction('r', syncState, outbox, () => readState(this.#db));
    this.#known ??= stored; // what was changed meanwhile is newer
    return this.#known;
  }

  /** One transaction that only looks at something. */
  look<T>(tables: Table[], work: (state: SyncState) => Promise<T>): Promise<T> {
    const { syncState, outbox } = this.#db;
    const known = this.#known;
    return this.#db.transaction('r', [...tables, syncState, outbox], async () =>
      work(await this.#stored(known)),
    );
  }

  /** One transaction: what it makes of the state is stored with all else that it does. */
  change(tables: Table[], work: (state: SyncState) => Promise<SyncState>): Promise<void> {
    return this.#inTurn(async () => {
      this.#known = await this.#transact(tables, work);
      this.#committed();
    });
  }

  /** Something during which nothing is changed; what it changes itself would never get its turn. */
  hold<T>(work: (state: SyncState) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const state = await this.read();
      if (state === null) throw new SyncIsOff();
      return work(state);
    });
  }

  /** One transaction that replaces the state. */
  replace(tables: Table[], work: () => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      this.#known = null;
      await this.#db.transaction('rw', tables, work);
    });
  }

  #transact(tables: Table[], work: (state: SyncState) => Promise<SyncState>): Promise<SyncState> {
    const known = this.#known;
    return this.#db.transaction('rw', tables, async () => {
      const state = await this.#stored(known);
      const worked = await work(state);
      const { machine } = worked.self;
      const isRenamed = machine !== worked.own.machine;
      const after = isRenamed ? { ...worked, own: { ...worked.own, machine } } : worked;
      if (after !== state) await writeState(this.#db, state, after);
      return after;
    });
  }

  /** What is stored now, which is what was known unless the database was emptied. Inside a transaction over it. */
  async #stored(known: SyncState | null): Promise<SyncState> {
    const isKnown = known !== null && (await isStill(this.#db, known));
    const state = isKnown ? known : await readState(this.#db);
    if (state !== null) return state;
    this.#known = null;
    throw new SyncIsOff();
  }

  /** One after the other: each goes on from what the one before it left. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined); // whoever asked is told
    return done;
  }
}
