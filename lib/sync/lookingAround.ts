import type { RemoteFolder } from '../remote/folder';
import type { Elements } from './bases';
import { cycle } from './cycle';
import type { Batch, Element, PaperHere } from './elements';
import { type Applied, newMachine, type Tools } from './machine';
import { receive, takeIn } from './receiving';
import type { Seal } from './sealing';
import { NOTHING_SEEN, type Seen } from './seen';
import { type FolderMemory, NO_MEMORY, type SyncStore } from './store';

/** All that is said in a folder, as a machine would find it that joins now. Nothing is written anywhere. */
export async function whatIsThere(
  folder: RemoteFolder,
  card: NonNullable<FolderMemory['card']>,
  seal: Seal,
  tools: Tools,
): Promise<Elements> {
  const store = new Onlooker(card, tools);
  await cycle({ store, folder: readOnly(folder), seal, tools });
  return new Map([...store.papers].map(([id, { replica }]) => [id, replica.elements]));
}

function readOnly(folder: RemoteFolder): RemoteFolder {
  const refuse = async (): Promise<never> => {
    throw new Error('whoever only looks writes nothing');
  };
  return { ...folder, create: refuse, remove: refuse };
}

/** A machine that never ends joining: it takes in whatever there is, and has nothing to say. */
class Onlooker implements SyncStore {
  papers: ReadonlyMap<string, PaperHere> = new Map();
  readonly #tools: Tools;
  #coming = { seen: NOTHING_SEEN, elements: new Map<string, readonly Element[]>() };
  #self;
  #memory: FolderMemory;

  constructor(card: NonNullable<FolderMemory['card']>, tools: Tools) {
    this.#tools = tools;
    this.#self = newMachine(tools);
    this.#memory = { ...NO_MEMORY, card };
  }

  async load() {
    return { self: this.#self, name: '', isJoining: true, memory: this.#memory };
  }
  async apply(batch: Batch): Promise<void> {
    this.#take(receive(this.#side(), batch, this.#tools));
  }
  async beginState(_: string, seen: Seen): Promise<number> {
    this.#coming = { seen, elements: new Map() };
    return 0;
  }
  async takeParts({ elements }: { elements: Elements }): Promise<void> {
    for (const [id, all] of elements) this.#coming.elements.set(id, all);
  }
  async joinState(): Promise<void> {
    this.#take(takeIn(this.#side(), this.#coming, this.#tools));
  }
  async remember(memory: Partial<FolderMemory>): Promise<void> {
    this.#memory = { ...this.#memory, ...memory };
  }
  async reading(): Promise<never> {
    throw new Error('whoever only looks writes nothing');
  }
  async capture(): Promise<void> {}
  async leaveId(): Promise<void> {}
  async settle(): Promise<void> {}
  async endJoining(): Promise<void> {}
  async sent(): Promise<void> {}

  #side() {
    return {
      self: this.#self,
      papers: this.papers,
      changed: new Set<string>(),
      isJoining: true,
    };
  }

  #take({ self, papers }: Applied): void {
    this.#self = self;
    this.papers = new Map([...this.papers, ...papers.map((paper) => [paper.id, paper] as const)]);
  }
}
