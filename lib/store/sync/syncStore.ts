import type { Table } from 'dexie';
import type { Elements } from '../../sync/bases';
import type { Dot } from '../../sync/dots';
import type { Batch, PaperHere, Replica } from '../../sync/elements';
import { type Applied, newMachine, type Self, type Tools } from '../../sync/machine';
import { idsToReceive, leaveId, receive, settle, takeIn } from '../../sync/receiving';
import type { Seen } from '../../sync/seen';
import { type FolderMemory, NO_MEMORY, type SyncStore } from '../../sync/store';
import { changing } from '../changes';
import type { AsterismDatabase } from '../database';
import { endCapturing, lastNoted, noteCaptured } from './captured';
import { captureRest, captureSome } from './capturing';
import { meetSome } from './meeting';
import { papersHere, turnsBetween, writeCame, writeSaid } from './papersHere';
import { allReplicas } from './replica';
import { isStill, readState, type SyncState, writeState } from './state';

/** Sync is off: there is nothing to bring in step. */
export class SyncIsOff extends Error {
  override name = 'SyncIsOff';
}

/** This machine's side of the same library on several machines, in the database. One for a worker: it remembers its state. */
export class DatabaseSyncStore implements SyncStore {
  readonly #db: AsterismDatabase;
  readonly #tools: Tools;
  /** What is stored, once it was read; what a transaction made of it counts when the transaction has committed. */
  #known: SyncState | null = null;

  constructor(db: AsterismDatabase, tools: Tools) {
    this.#db = db;
    this.#tools = tools;
  }

  /** Turns sync on: from now on what commands do is captured, once the library has met what is in the folder. */
  async begin(name: string): Promise<void> {
    const { machine, ...self } = newMachine(this.#tools);
    const own = { machine, name, isJoining: true };
    const state = { self: { machine, ...self }, own, memory: NO_MEMORY };
    await this.#db.transaction('rw', this.#all(), async () => {
      await this.#clear();
      await writeState(this.#db, null, { ...state, unsettled: [], machines: new Map() });
    });
    this.#known = null;
  }

  /** Turns sync off; the library stays. */
  async end(): Promise<void> {
    await this.#db.transaction('rw', this.#all(), () => this.#clear());
    this.#known = null;
  }

  /** Whether sync is on. */
  async isOn(): Promise<boolean> {
    return (await this.#read()) !== null;
  }

  async load() {
    const { self, own, memory } = await this.state();
    return { self, name: own.name, isJoining: own.isJoining, memory };
  }

  /** All that is known, for who shows it. */
  async state(): Promise<SyncState> {
    const state = await this.#read();
    if (state === null) throw new SyncIsOff();
    return state;
  }

  async capture(): Promise<void> {
    for (let isMore = true; isMore; ) {
      isMore = false;
      await this.#change(this.#all(), async (state) => {
        if (state.own.isJoining) return state;
        const { self, count } = await captureSome(this.#db, state.self, this.#tools);
        isMore = count > 0;
        return { ...state, self };
      });
    }
  }

  async apply(batch: Batch): Promise<void> {
    await this.capture(); // what is many goes in several transactions
    await this.#takeIn(
      async (self) => idsToReceive({ self }, batch),
      (side) => receive(side, batch, this.#tools),
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
    await this.#change(this.#all(), async (state) => {
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
    await this.#change(this.#all(), async (state) => {
      const before = await captureRest(this.#db, state.self, this.#tools);
      const papers = await papersHere(this.#db, state.unsettled);
      const done = settle({ self: before, papers }, state.unsettled, this.#tools);
      await this.#write(papers, done);
      return { ...state, self: done.self, unsettled: [] };
    });
  }

  async endJoining(): Promise<void> {
    for (let isMore = true; isMore; ) {
      await this.#change(this.#all(), async (state) => {
        isMore = state.own.isJoining;
        return isMore ? meetSome(this.#db, state, this.#tools) : state;
      });
    }
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
    await this.#change(this.#own(), async (state) => {
      const outbox = state.self.outbox.filter(({ dot }) => !dots.includes(dot));
      return { ...state, self: { ...state.self, outbox } };
    });
  }

  async remember(memory: Partial<FolderMemory>): Promise<void> {
    await this.#change(this.#own(), async (state) => ({
      ...state,
      memory: { ...state.memory, ...memory },
    }));
  }

  /** Something that came: what commands did is captured before it, so that it claims to know nothing that it did not. */
  async #takeIn(
    idsOf: (self: Self) => Promise<Iterable<string>>,
    take: (side: ReturnType<typeof sideOf>) => Applied,
  ): Promise<void> {
    await this.#change(this.#all(), async (state) => {
      const { isJoining } = state.own;
      const self = isJoining ? state.self : await captureRest(this.#db, state.self, this.#tools);
      const papers = await papersHere(this.#db, await idsOf(self));
      const done = take(sideOf({ ...state, self }, papers));
      if (isJoining) {
        await writeSaid(this.#db, papers, done.papers);
        const { met: _, ...own } = state.own; // what was met has to meet this, too
        return { ...state, own, self: done.self };
      }
      await this.#write(papers, done);
      const unsettled = [...new Set([...state.unsettled, ...done.unsettled])];
      return { ...state, self: done.self, unsettled };
    });
  }

  /** Stores papers after something came. It is not said again: what was noted while it was written is captured. */
  async #write(
    before: ReadonlyMap<string, PaperHere>,
    done: Pick<Applied, 'papers'>,
  ): Promise<void> {
    await writeSaid(this.#db, before, done.papers);
    await writeCame(this.#db, turnsBetween(before, done.papers), this.#tools.now());
    await noteCaptured(this.#db, await lastNoted(this.#db));
  }

  #own(): Table[] {
    return [this.#db.syncState, this.#db.outbox, this.#db.replica];
  }

  #all(): Table[] {
    return [...changing(this.#db), ...this.#own(), this.#db.copyState, this.#db.synced];
  }

  async #clear(): Promise<void> {
    const { replica, outbox, syncState, synced } = this.#db;
    await Promise.all([replica.clear(), outbox.clear(), syncState.clear(), synced.clear()]);
    await endCapturing(this.#db);
  }

  async #read(): Promise<SyncState | null> {
    this.#known ??= await this.#db.transaction('r', this.#own(), () => readState(this.#db));
    return this.#known;
  }

  /** One transaction: what it makes of the state is stored with all else that it does. */
  async #change(tables: Table[], work: (state: SyncState) => Promise<SyncState>): Promise<void> {
    const known = this.#known;
    const next = await this.#db.transaction('rw', tables, async () => {
      const isKnown = known !== null && (await isStill(this.#db, known));
      const state = isKnown ? known : await readState(this.#db);
      if (state === null) throw new SyncIsOff();
      const worked = await work(state);
      const { machine } = worked.self;
      const isRenamed = machine !== worked.own.machine;
      const after = isRenamed ? { ...worked, own: { ...worked.own, machine } } : worked;
      if (after !== state) await writeState(this.#db, state, after);
      return after;
    });
    this.#known = next;
  }
}

function sideOf({ self, own }: Pick<SyncState, 'self' | 'own'>, papers: Map<string, PaperHere>) {
  return { self, papers, changed: new Set<string>(), isJoining: own.isJoining };
}

/** Papers of which one side has what the other has not, or that may come back: all others stay as they are. */
function idsThatDiffer(own: ReadonlyMap<string, Replica>, theirs: Elements): Set<string> {
  const ids = new Set<string>();
  for (const [id, { elements, goneBy }] of own) {
    const others = theirs.get(id) ?? [];
    const isSame =
      elements.length === others.length &&
      elements.every((one, at) => {
        const other = others[at];
        return one.dot === other?.dot && one.register === other.register;
      });
    if (!isSame || goneBy !== undefined) ids.add(id);
  }
  for (const id of theirs.keys()) if (!own.has(id)) ids.add(id);
  return ids;
}
