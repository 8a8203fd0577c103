import type { RemoteFolder } from '../remote/folder';
import type { Elements } from './bases';
import type { Dot } from './dots';
import { type Batch, type Element, type SyncRecord, withRecord } from './elements';
import { newMachine, type Tools } from './machine';
import { readList } from './names';
import { basesToTake, readManifests } from './reading';
import { LogReader } from './readingLogs';
import { readTogether } from './readingTogether';
import type { Means } from './round';
import { type Seen, unionSeen, withSeen } from './seen';
import { type FolderMemory, NO_MEMORY, type SyncStore } from './store';

/** How all that is said is added up. */
interface Adding<T> {
  nothing: T;
  /** Adds papers that were not added before. */
  add: (sum: T, some: Elements) => Promise<T>;
}

/**
 * Adds up all that is said in a folder about papers, less what sites state, as a machine would find it that joins now.
 * Nothing is written anywhere. In memory are a few papers at a time, and what logs say that is in no base.
 */
export async function whatIsThere<T>(means: Omit<Means, 'store'>, adding: Adding<T>): Promise<T> {
  const broken = new Set<string>();
  for (;;) {
    const found = await lookAround(means, broken, adding);
    if ('sum' in found) return found.sum;
    broken.add(found.broken);
  }
}

/** The same without some bases; or the name of another that cannot be had whole: the next time it is as if it were not there. */
async function lookAround<T>(
  { folder, seal, tools }: Omit<Means, 'store'>,
  broken: ReadonlySet<string>,
  { nothing, add }: Adding<T>,
): Promise<{ sum: T } | { broken: string }> {
  const store = new Onlooker(tools);
  const files = readList(await folder.list('main'));
  for (const name of broken) files.delete(name);
  const round = { store, folder: readOnly(folder), seal, tools, files, hasUnread: false };
  await readManifests(round);
  const bases = basesToTake((await store.load()).memory.bases);
  // Logs first: what they say about a paper of a base is at hand when that is read.
  for (const [, { seen }] of bases) store.takeAsSeen(seen);
  await new LogReader(round).readOn();
  let sum = nothing;
  for await (const some of readTogether(round, bases)) {
    if (typeof some === 'string') return { broken: some };
    sum = await add(sum, store.after(some));
  }
  return { sum: await add(sum, store.rest()) };
}

function readOnly(folder: RemoteFolder): RemoteFolder {
  return { ...folder, create: refuse, remove: refuse };
}

async function refuse(): Promise<never> {
  throw new Error('whoever only looks writes nothing');
}

/** A machine that keeps what batches say until it is asked for. */
class Onlooker implements SyncStore {
  #self;
  #memory: FolderMemory = NO_MEMORY;
  /** By paper, in the order in which they count. */
  readonly #records = new Map<string, { record: SyncRecord; dot: Dot }[]>();

  constructor(tools: Tools) {
    this.#self = newMachine(tools);
  }

  /** Batches that are in bases: no log is needed for them. */
  takeAsSeen(seen: Seen): void {
    this.#self = { ...this.#self, seen: unionSeen(this.#self.seen, seen) };
  }

  /** Papers of bases after what batches say about them, which is given once. */
  after(some: Elements): Elements {
    return new Map([...some].map(([id, elements]) => [id, this.#after(id, elements)]));
  }

  /** Papers that are in no base. */
  rest(): Elements {
    return new Map([...this.#records.keys()].map((id) => [id, this.#after(id, [])]));
  }

  #after(id: string, elements: readonly Element[]): readonly Element[] {
    const records = this.#records.get(id) ?? [];
    this.#records.delete(id);
    return records.reduce<readonly Element[]>(
      (all, { record, dot }) => withRecord(all, record, dot),
      elements.filter(({ register }) => register !== 'facts'),
    );
  }

  async load() {
    return { self: this.#self, name: '', isJoining: true, memory: this.#memory };
  }
  async apply({ dot, records }: Batch): Promise<void> {
    this.#self = { ...this.#self, seen: withSeen(this.#self.seen, dot) };
    for (const record of records) {
      const { facts: _, ...set } = record.set;
      const all = this.#records.get(record.id) ?? [];
      all.push({ record: { ...record, set }, dot });
      this.#records.set(record.id, all);
    }
  }
  async remember(memory: Partial<FolderMemory>): Promise<void> {
    this.#memory = { ...this.#memory, ...memory };
  }
  capture = refuse;
  beginState = refuse;
  takeParts = refuse;
  joinState = refuse;
  leaveId = refuse;
  settle = refuse;
  endJoining = refuse;
  reading = refuse;
  sent = refuse;
}
