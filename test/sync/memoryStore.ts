import type { Elements } from '../../lib/sync/bases';
import type { Dot } from '../../lib/sync/dots';
import type { Batch, PaperHere } from '../../lib/sync/elements';
import type { Self, Tools } from '../../lib/sync/machine';
import type { Seen } from '../../lib/sync/seen';
import { type FolderMemory, type NextParts, NO_MEMORY, type SyncStore } from '../../lib/sync/store';
import { type Command, Peer } from '../unit/sync/peer';

/** A machine's database, as the model needs it. */
export interface ModelStore extends SyncStore {
  /** What is in it. */
  readonly peer: Peer;
  readonly memory: FolderMemory;
  /** Called before and after each call; may throw. */
  stopped: () => void;
  /** The same machine twice: what became of it so far, for one that goes on by itself. */
  copy(tools: Tools): Promise<ModelStore>;
  /** What the reader does to one paper, or to something on the shelf. */
  do(id: string, command: Command): Promise<void>;
  /** Begins to join; with a library that was here before. */
  begin(papers: Iterable<PaperHere>): Promise<void>;
  /** Looks again at what is in it, after the machine has stopped. */
  refresh(): Promise<void>;
}

/** A machine's database in memory: each call is done at once, and the machine may stop before or after it. */
export class MemoryStore implements ModelStore {
  readonly peer: Peer;
  #coming: { base: string; seen: Seen; parts: Elements[]; count: number } | null = null;
  memory: FolderMemory = NO_MEMORY;
  /** Called before and after each call; may throw. */
  stopped: () => void = () => undefined;

  constructor(tools: Tools, peer = new Peer(tools)) {
    this.peer = peer;
  }

  async do(id: string, command: Command): Promise<void> {
    this.peer.do(id, command);
  }

  async begin(papers: Iterable<PaperHere>): Promise<void> {
    this.peer.isJoining = true;
    for (const paper of papers) this.peer.papers.set(paper.id, paper);
  }

  async refresh(): Promise<void> {}

  async copy(tools: Tools): Promise<MemoryStore> {
    const peer = new Peer(tools);
    peer.self = this.peer.self;
    peer.papers = new Map(this.peer.papers);
    peer.pending = new Set(this.peer.pending);
    peer.unsettled = new Set(this.peer.unsettled);
    peer.isJoining = this.peer.isJoining;
    const store = new MemoryStore(tools, peer);
    store.memory = this.memory;
    if (this.#coming) store.#coming = { ...this.#coming, parts: [...this.#coming.parts] };
    return store;
  }

  load() {
    return this.#done(() => ({
      self: this.peer.self,
      name: 'A machine',
      isJoining: this.peer.isJoining,
      memory: this.memory,
    }));
  }
  capture(): Promise<void> {
    return this.#done(() => void this.peer.capture());
  }
  apply(batch: Batch): Promise<void> {
    return this.#done(() => {
      if (!this.peer.receive(batch)) throw new Error('it was not its turn');
    });
  }
  beginState(base: string, seen: Seen): Promise<number> {
    return this.#done(() => {
      if (this.#coming?.base !== base) this.#coming = { base, seen, parts: [], count: 0 };
      return this.#coming.count;
    });
  }
  takeParts({ elements, count }: NextParts): Promise<void> {
    return this.#done(() => {
      this.#coming?.parts.push(elements);
      if (this.#coming) this.#coming.count += count;
    });
  }
  joinState(): Promise<void> {
    return this.#done(() => {
      const { seen, parts } = this.#coming ?? { seen: new Map(), parts: [] };
      this.peer.join({ seen, elements: new Map(parts.flatMap((part) => [...part])) });
      this.#coming = null;
    });
  }
  leaveId(): Promise<void> {
    return this.#done(() => this.peer.leaveId());
  }
  settle(): Promise<void> {
    return this.#done(() => void this.peer.settle());
  }
  endJoining(): Promise<void> {
    return this.#done(() => this.peer.endJoining());
  }
  async reading<T>(work: (self: Self, papers: AsyncIterable<Elements>) => Promise<T>): Promise<T> {
    const { self, elements } = await this.#done(() => ({
      self: this.peer.self,
      elements: this.peer.state().elements,
    }));
    const inOrder = [...elements].sort(([a], [b]) => (a < b ? -1 : 1));
    async function* all(): AsyncGenerator<Elements> {
      yield new Map(inOrder);
    }
    return work(self, all());
  }
  sent(dots: readonly Dot[]): Promise<void> {
    return this.#done(() => {
      const outbox = this.peer.self.outbox.filter(({ dot }) => !dots.includes(dot));
      this.peer.self = { ...this.peer.self, outbox };
    });
  }
  remember(memory: Partial<FolderMemory>): Promise<void> {
    return this.#done(() => {
      this.memory = { ...this.memory, ...memory };
    });
  }

  async #done<T>(does: () => T): Promise<T> {
    this.stopped();
    await Promise.resolve();
    const answer = does();
    this.stopped();
    return answer;
  }
}
