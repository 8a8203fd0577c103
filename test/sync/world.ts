import type { Place } from '../../lib/remote/folder';
import { RemoteFailure } from '../../lib/remote/folder';
import { type Card, newCard, putLibrary } from '../../lib/sync/cards';
import { cycle, type Outcome } from '../../lib/sync/cycle';
import type { Tools } from '../../lib/sync/machine';
import { readName } from '../../lib/sync/names';
import { PLAIN, type Seal } from '../../lib/sync/sealing';
import { MemoryFolder, type Trouble } from '../fakes/memoryFolder';
import { toolsOf } from '../unit/sync/tools';
import { MemoryStore, type ModelStore } from './memoryStore';

/** The machine stopped: what it had written is there, and nothing else of what it was doing. */
export class Died extends Error {}

/** One machine: its database, and how far its clock is off, in milliseconds. */
export interface Machine {
  store: ModelStore;
  offset: number;
}

/** Machines and their folder, with all that may go wrong decided by a seed. */
export class World {
  readonly folder = new MemoryFolder();
  readonly machines: Machine[] = [];
  readonly random: () => number;
  readonly seal: Seal;
  /** What is wrong, found on the way. */
  readonly wrong: string[] = [];
  /** What happened, for whoever has to understand it. */
  readonly log: string[] = [];
  time = Date.parse('2026-03-01T00:00:00.000Z');
  #card: Card | null = null;

  /** An empty database. */
  readonly newStore: (tools: Tools) => ModelStore;

  constructor(
    random: () => number,
    seal: Seal = PLAIN,
    newStore: (tools: Tools) => ModelStore = (tools) => new MemoryStore(tools),
  ) {
    this.random = random;
    this.seal = seal;
    this.newStore = newStore;
  }

  /** A whole number from 0 up to `below`. */
  upTo(below: number): number {
    return Math.floor(this.random() * below);
  }

  one<T>(of: readonly T[]): T {
    const chosen = of[this.upTo(of.length)];
    if (chosen === undefined) throw new Error('there is none');
    return chosen;
  }

  /** A new machine, or one with a library of its own. */
  async add(store?: ModelStore): Promise<Machine> {
    const machine: Machine = { offset: 0, store: store ?? this.newStore(toolsOf(this.random)) };
    const tools = this.toolsOf(machine);
    machine.store = store ? await store.copy(tools) : this.newStore(tools);
    if (store === undefined) {
      await machine.store.begin([]);
      await this.open(machine);
    }
    this.machines.push(machine);
    return machine;
  }

  /** What a reader does in the settings: opens the library that is there, or puts one there. */
  async open({ store }: Machine): Promise<void> {
    this.#card ??= newCard(toolsOf(this.random));
    const found = await putLibrary(this.folder.view(), this.#card);
    if (found.kind !== 'library') throw new Error('it was put there');
    const { name, text } = found;
    await store.remember({ card: { name, text }, calm: null });
  }

  /** Names never repeat, whatever is copied or put back; the clock is the machine's own. */
  toolsOf(machine: Machine): Tools {
    const { random } = toolsOf(this.random);
    return {
      random,
      now: () => {
        this.time += 1_000;
        return new Date(this.time + machine.offset).toISOString();
      },
    };
  }

  /** A cycle; null where it failed or the machine died. */
  async sync(
    machine: Machine,
    {
      trouble = () => null,
      steps = Infinity,
    }: { trouble?: () => Trouble | null; steps?: number } = {},
  ): Promise<Outcome | null> {
    let left = steps;
    const stopped = (): void => {
      if (left-- <= 0) throw new Died();
    };
    machine.store.stopped = stopped;
    const removing = (place: Place, name: string): void => this.#removing(machine, place, name);
    const folder = this.folder.view(trouble, stopped, removing);
    try {
      const { store } = machine;
      return await cycle({ store, folder, seal: this.seal, tools: this.toolsOf(machine) });
    } catch (error) {
      if (error instanceof Died || error instanceof RemoteFailure) return null;
      throw error;
    } finally {
      machine.store.stopped = () => undefined;
      await machine.store.refresh();
    }
  }

  /** Nobody removes what is not theirs, unless it is damaged or was there for long. */
  #removing(machine: Machine, place: Place, name: string): void {
    const file = readName(name);
    const bytes = this.folder.places[place].has(name);
    if (file === null || !bytes || this.folder.isDamaged(place, name)) return;
    const { parts = [] } = machine.store.memory.bases.get(name) ?? {};
    if (parts.some((part) => this.folder.isDamaged('parts', part))) return;
    const { machine: own } = machine.store.peer.self;
    const isOwn = (file.kind === 'log' || file.kind === 'base') && file.machine === own;
    const isOld = [...machine.store.memory.bases.values()].some(
      ({ since }) => this.time + machine.offset - Date.parse(since) >= 30 * 86_400_000,
    );
    const isUnnamed = place === 'parts' && machine.store.memory.unnamed.has(name);
    if (!isOwn && !isOld && !isUnnamed) this.wrong.push(`${name} was not theirs to remove`);
  }
}
