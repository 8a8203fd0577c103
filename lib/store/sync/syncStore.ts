import type { Table } from 'dexie';
import type { PaperId } from '../../papers/ids';
import type { Elements } from '../../sync/bases';
import type { Dot } from '../../sync/dots';
import type { Batch, PaperHere } from '../../sync/elements';
import { type Applied, newMachine, type Self, type Tools } from '../../sync/machine';
import { idsToReceive, leaveId, receive, settle, takeIn } from '../../sync/receiving';
import type { Seen } from '../../sync/seen';
import { type FolderMemory, NO_MEMORY, type SyncStore } from '../../sync/store';
import { changing } from '../changes';
import type { AsterismDatabase } from '../database';
import { cameBack, cameWith, type NameOf, namesIn, withWriter, writeCameList } from './came';
import { endCapturing, lastNoted, noteCaptured } from './captured';
import { captureRest } from './capturing';
import { CapturingAll } from './capturingAll';
import { meetSome } from './meeting';
import { papersHere, turnsBetween, writeCame, writeSaid } from './papersHere';
import { allReplicas, idsThatDiffer } from './replica';
import { NOTHING_TRIED, type Standing } from './rows';
import { captureThings, writeShelf } from './shelf';
import { readState, type SyncState, writeState } from './state';
import { StateInTurn, SyncIsOff } from './stateInTurn';

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
    const others = { unsettled: [], machines: new Map(), standing: NOTHING_TRIED };
    await this.#state.replace(this.#all(), async () => {
      await this.#clear();
      await writeState(this.#db, null, { ...state, ...others });
    });
  }

  /** Turns sync off; the library stays. */
  async end(): Promise<void> {
    await this.#state.replace(this.#all(), () => this.#clear());
  }

  /** Whether sync is on. */
  async isOn(): Promise<boolean> {
    return (await this.#state.read()) !== null;
  }

  async load() {
    const { self, own, memory } = await this.state();
    return { self, name: own.name, isJoining: own.isJoining, memory };
  }

  /** All that is known, for who shows it. */
  async state(): Promise<SyncState> {
    const state = await this.#state.read();
    if (state === null) throw new SyncIsOff();
    return state;
  }

  capture(): Promise<void> {
    return this.#capturing.capture();
  }

  async apply(batch: Batch): Promise<void> {
    await this.capture(); // what is many goes in several transactions
    await this.#takeIn(
      async (self) => idsToReceive({ self }, batch),
      (side) => receive(side, batch, this.#tools),
      batch,
    );
  }

  async join({ seen, elements }: { seen: Seen; elements: Elements }): Promise<void> {
    await this.capture();
    let coming = elements;
    await this.#takeIn(
      async () => {
        const own = await allReplicas(this.#db.replica);
        const ids = idsThatDiffer(own, elements);
        coming = new Map([...elements].filter(([id]) => ids.has(id)));
        return ids;
      },
      (side) => takeIn(side, { seen, elements: coming }, this.#tools),
    );
  }

  async leaveId(): Promise<void> {
    await this.#state.change(this.#all(), async (state) => {
      const ids = state.self.outbox.flatMap(({ records }) => records.map(({ id }) => id));
      const papers = await papersHere(this.#db, ids);
      const done = leaveId(sideOf(state, papers), this.#tools);
      await writeSaid(this.#db, papers, done.papers);
      return { ...state, self: done.self };
    });
  }

  async settle(): Promise<void> {
    if ((await this.state()).unsettled.length === 0) return;
    await this.capture();
    await this.#state.change(this.#all(), async (state) => {
      const before = await captureRest(this.#db, state.self, this.#tools);
      const papers = await papersHere(this.#db, state.unsettled);
      const done = settle({ self: before, papers }, state.unsettled, this.#tools);
      await this.#write(papers, done);
      const back = cameBack(papers.values(), this.#tools.now(), namesIn(state));
      await writeCameList(this.#db, back);
      return { ...state, self: done.self, unsettled: [] };
    });
  }

  async endJoining(): Promise<void> {
    for (let isMore = true; isMore; ) {
      await this.#state.change(this.#all(), async (state) => {
        isMore = state.own.isJoining;
        return isMore ? meetSome(this.#db, state, this.#tools) : state;
      });
    }
    this.#capturing.forget();
    await this.capture(); // what the shelf has beside what came
  }

  async snapshot() {
    return this.#db.transaction('r', this.#own(), async () => {
      const state = await readState(this.#db);
      if (state === null) throw new SyncIsOff();
      const replicas = await allReplicas(this.#db.replica);
      const elements = [...replicas].flatMap(([id, replica]) =>
        replica.elements.length === 0 ? [] : [[id, replica.elements] as const],
      );
      return { self: state.self, elements: new Map(elements) };
    });
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

  /** Something that came: what commands did is captured before it, so that it claims to know nothing that it did not. */
  async #takeIn(
    idsOf: (self: Self) => Promise<Iterable<string>>,
    take: (side: ReturnType<typeof sideOf>) => Applied,
    batch?: Batch,
  ): Promise<void> {
    await this.#state.change(this.#all(), async (before) => {
      const machines = batch ? withWriter(before.machines, batch) : before.machines;
      const state = { ...before, machines };
      const { isJoining } = state.own;
      const rest = isJoining ? state.self : await captureRest(this.#db, state.self, this.#tools);
      const ids = new Set(await idsOf(rest));
      const self = isJoining ? rest : await captureThings(this.#db, rest, ids, this.#tools);
      const papers = await papersHere(this.#db, ids);
      const done = take(sideOf({ ...state, self }, papers));
      if (isJoining) {
        await writeSaid(this.#db, papers, done.papers);
        const { met: _, ...own } = state.own; // what was met has to meet this, too
        return { ...state, own, self: done.self };
      }
      await this.#write(papers, done, batch, namesIn(state));
      const unsettled = [...new Set([...state.unsettled, ...done.unsettled])];
      return { ...state, self: done.self, unsettled };
    });
  }

  /** Stores papers after something came. It is not said again: what was noted while it was written is captured. */
  async #write(
    before: ReadonlyMap<string, PaperHere>,
    done: Pick<Applied, 'papers'>,
    batch?: Batch,
    nameOf: NameOf = () => '',
  ): Promise<void> {
    await writeSaid(this.#db, before, done.papers);
    const turns = turnsBetween(before, done.papers);
    const at = this.#tools.now();
    await writeCame(this.#db, turns, at, batch?.by);
    if (batch)
      await writeCameList(this.#db, cameWith(batch, turns, before, done.papers, at, nameOf));
    const shelf = await writeShelf(this.#db, before, done.papers);
    const isOnShelf = Object.values(shelf).some((all) => all.length > 0);
    this.#arrived = turns.length > 0 || isOnShelf ? turns.map(({ id }) => id) : null;
    await noteCaptured(this.#db, await lastNoted(this.#db));
  }

  #own(): Table[] {
    return [this.#db.syncState, this.#db.outbox, this.#db.replica];
  }

  #all(): Table[] {
    const { copyState, synced, colours, searches } = this.#db;
    return [...changing(this.#db), ...this.#own(), copyState, synced, colours, searches];
  }

  async #clear(): Promise<void> {
    const { replica, outbox, syncState, synced } = this.#db;
    await Promise.all([replica.clear(), outbox.clear(), syncState.clear(), synced.clear()]);
    await endCapturing(this.#db);
  }
}

function sideOf({ self, own }: Pick<SyncState, 'self' | 'own'>, papers: Map<string, PaperHere>) {
  return { self, papers, changed: new Set<string>(), isJoining: own.isJoining };
}
