import type { Table } from 'dexie';
import type { PaperId } from '../../papers/ids';
import type { Elements } from '../../sync/bases';
import type { Dot } from '../../sync/dots';
import type { Batch } from '../../sync/elements';
import type { Losses } from '../../sync/losses';
import { newMachine, type Self, type Tools } from '../../sync/machine';
import type { Seen } from '../../sync/seen';
import { type FolderMemory, type NextParts, NO_MEMORY, type SyncStore } from '../../sync/store';
import { changing } from '../changes';
import type { AsterismDatabase } from '../database';
import {
  type Arrival,
  leaveOwnId,
  sayPapersAgain,
  settleRest,
  takeBatch,
  writeArrived,
} from './arriving';
import { withNames } from './came';
import { CapturingAll } from './capturingAll';
import { meetSome } from './meeting';
import { replicasInOrder } from './replica';
import { NOTHING_TRIED, type Standing } from './rows';
import { clearSync, type SyncState, takingIn, writeState } from './state';
import { StateInTurn, SyncIsOff } from './stateInTurn';
import { endStraight, STRAIGHT_SLICE, writeStraight } from './straight';
import {
  beginTaking,
  dropTaking,
  endTaking,
  lossesByTaking,
  putAside,
  takeAside,
  withNextParts,
} from './taking';

/** This machine's side of the same library on several machines, in the database. One for a worker: it remembers its state. */
export class DatabaseSyncStore implements SyncStore {
  readonly #db: AsterismDatabase;
  readonly #tools: Tools;
  readonly #state: StateInTurn;
  /** Papers that another machine has changed, in the transaction at hand. */
  #arrived: PaperId[] | null = null;
  readonly #capturing: CapturingAll;

  constructor(
    db: AsterismDatabase,
    tools: Tools,
    /** Told which papers another machine has changed, when that is stored. */
    changed: (ids: PaperId[]) => void = () => undefined,
  ) {
    this.#db = db;
    this.#tools = tools;
    this.#state = new StateInTurn(db, () => {
      if (this.#arrived !== null) changed(this.#arrived);
      this.#arrived = null;
    });
    this.#capturing = new CapturingAll(db, tools, this.#state, () => this.#all());
  }

  /** Turns sync on: from now on what commands do is captured, once the library has met what is in the folder. */
  async begin(name: string): Promise<void> {
    this.#capturing.forget();
    const { machine, ...self } = newMachine(this.#tools);
    const own = { machine, name, isJoining: true };
    const state = { self: { machine, ...self }, own, memory: NO_MEMORY };
    const others = { unsettled: [], standing: NOTHING_TRIED, taking: null };
    await this.#state.replace(this.#all(), async () => {
      const kept = await clearSync(this.#db);
      await writeState(this.#db, null, { ...state, ...others, ...kept });
    });
  }

  /** Turns sync off; the library stays, and which ids this machine had. */
  async end(): Promise<void> {
    await this.#state.replace(this.#all(), async () => void (await clearSync(this.#db)));
  }

  /** Whether sync is on. */
  async isOn(): Promise<boolean> {
    return (await this.#state.read()) !== null;
  }

  async load() {
    const { self, own, memory, machines } = await this.state();
    const names = new Map([...machines].map(([id, { name }]) => [id, name]));
    return { self, name: own.name, isJoining: own.isJoining, memory, names };
  }

  /** All that is known, for who shows it. */
  async state(): Promise<SyncState> {
    const state = await this.#state.read();
    if (state === null) throw new SyncIsOff();
    return state;
  }

  async capture(): Promise<void> {
    if ((await this.state()).taking?.isWhole) await this.#writeAside();
    await this.#capturing.capture();
  }

  async apply(batch: Batch): Promise<void> {
    await this.capture(); // what is many goes in several transactions
    await this.#take((state) => takeBatch(this.#db, state, batch, this.#tools));
  }

  async beginState(base: string, seen: Seen): Promise<number> {
    await this.capture();
    await this.#state.change(this.#all(), (state) =>
      beginTaking(this.#db, state, { base, seen }, this.#tools),
    );
    return takingIn(await this.state()).parts;
  }

  async takeParts(parts: NextParts, meanwhile?: () => void): Promise<void> {
    const { straight } = takingIn(await this.state());
    if (straight === null) {
      await this.#state.change(this.#own(), (state) => putAside(this.#db, state, parts));
      return;
    }
    // The greatest ids first, here too.
    const ids = [...parts.elements.keys()].sort();
    for (let isMore = true; isMore; ) {
      const some = ids.splice(-STRAIGHT_SLICE);
      isMore = ids.length > 0;
      const elements = new Map(some.map((id) => [id, parts.elements.get(id) ?? []]));
      await this.#take(async (before) => {
        const { state, ids } = await writeStraight(
          this.#db,
          before,
          elements,
          this.#tools,
          meanwhile,
        );
        return { state: isMore ? state : withNextParts(state, parts), ids };
      });
    }
  }

  async joinState(): Promise<void> {
    await this.#state.change(this.#all(), async (state) => {
      const taking = takingIn(state);
      if (taking.straight) return endStraight(state, taking.straight);
      return { ...state, taking: { ...taking, isWhole: true } };
    });
    await this.#writeAside();
    this.#capturing.forget();
    await this.capture(); // what the shelf has beside what came
  }

  /** What is taken away by the state that has come. */
  async lossesByState(): Promise<Losses> {
    return this.#state.look([this.#db.replica], (state) => lossesByTaking(this.#db, state));
  }

  /** Writes a whole state that has come, some papers in each transaction. */
  async #writeAside(): Promise<void> {
    for (let isMore = true; isMore; ) {
      await this.#take(async (state) => {
        isMore = state.taking?.isWhole === true;
        if (!isMore) return { state, ids: null };
        const next = await takeAside(this.#db, state, this.#tools);
        if (next === null) return { state: endTaking(state), ids: null };
        return writeArrived(this.#db, state, next, this.#tools);
      });
    }
  }

  async leaveId(): Promise<void> {
    await this.#state.change(this.#all(), (state) => leaveOwnId(this.#db, state, this.#tools));
  }

  async settle(): Promise<void> {
    if ((await this.state()).unsettled.length === 0) return;
    await this.capture();
    await this.#take((state) => settleRest(this.#db, state, this.#tools));
  }

  /** Says again all that some papers' rows say: a removal of another machine that comes now did not know of it. */
  async sayAgain(ids: readonly PaperId[]): Promise<void> {
    await this.capture();
    await this.#state.change(this.#all(), (state) =>
      sayPapersAgain(this.#db, state, ids, this.#tools),
    );
  }

  async endJoining(): Promise<void> {
    for (let isMore = true; isMore; ) {
      await this.#state.change(this.#all(), async (state) => {
        isMore = state.own.isJoining;
        if (!isMore) return state;
        return meetSome(this.#db, await dropTaking(this.#db, state), this.#tools);
      });
    }
    this.#capturing.forget();
    await this.capture(); // what the shelf has beside what came
  }

  reading<T>(work: (self: Self, papers: AsyncIterable<Elements>) => Promise<T>): Promise<T> {
    return this.#state.hold(({ self }) => work(self, replicasInOrder(this.#db.replica)));
  }

  async sent(dots: readonly Dot[]): Promise<void> {
    await this.#state.change(this.#own(), async (state) => {
      const outbox = state.self.outbox.filter(({ dot }) => !dots.includes(dot));
      return { ...state, self: { ...state.self, outbox } };
    });
  }

  async remember(memory: Partial<FolderMemory>): Promise<void> {
    await this.#state.change(this.#own(), async (state) => ({
      ...state,
      memory: { ...state.memory, ...memory },
      machines: memory.bases ? withNames(state.machines, memory.bases.values()) : state.machines,
    }));
  }

  /** Notes what the last cycles came to. */
  async stand(standing: Standing): Promise<void> {
    await this.#state.change(this.#own(), async (state) => ({ ...state, standing }));
  }

  /** Takes a machine off the list of those that are shown. */
  async forget(id: string): Promise<void> {
    await this.#state.change(this.#own(), async (state) => {
      const known = state.machines.get(id) ?? { name: '', at: '' };
      const machines = new Map(state.machines).set(id, { ...known, isForgotten: true });
      return { ...state, machines };
    });
  }

  /** One transaction in which something comes; told are the papers that it changes. */
  async #take(work: (state: SyncState) => Promise<Arrival>): Promise<void> {
    await this.#state.change(this.#all(), async (before) => {
      const { state, ids } = await work(before);
      this.#arrived = ids;
      return state;
    });
  }

  #own(): Table[] {
    return [this.#db.syncState, this.#db.outbox, this.#db.replica];
  }

  #all(): Table[] {
    const { copyState, synced, colours, searches } = this.#db;
    return [...changing(this.#db), ...this.#own(), copyState, synced, colours, searches];
  }
}
