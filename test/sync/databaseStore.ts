import 'fake-indexeddb/auto';
import type { DBCore, DBCoreMutateRequest, Middleware } from 'dexie';
import type { PaperId } from '../../lib/papers/ids';
import { changing, storeAsStep } from '../../lib/store/changes';
import { forgetCopied, nameDatabase } from '../../lib/store/commands/copying';
import { emptyTrash } from '../../lib/store/commands/emptyTrash';
import { AsterismDatabase } from '../../lib/store/database';
import { nextStep } from '../../lib/store/stepLog';
import { lastNoted, uncaptured } from '../../lib/store/sync/captured';
import { papersHere, turnsBetween } from '../../lib/store/sync/papersHere';
import { allReplicas } from '../../lib/store/sync/replica';
import { shelfTables, writeShelf } from '../../lib/store/sync/shelf';
import { DatabaseSyncStore } from '../../lib/store/sync/syncStore';
import type { Elements } from '../../lib/sync/bases';
import type { Dot } from '../../lib/sync/dots';
import type { Batch, PaperHere } from '../../lib/sync/elements';
import type { Self, Tools } from '../../lib/sync/machine';
import type { Seen } from '../../lib/sync/seen';
import { type FolderMemory, type NextParts, NO_MEMORY } from '../../lib/sync/store';
import { type Command, Peer } from '../unit/sync/peer';
import type { ModelStore } from './memoryStore';

let databases = 0;

/** The product's own store over an IndexedDB in memory; the machine may stop between any two writes. */
export class DatabaseStore implements ModelStore {
  peer: Peer;
  memory: FolderMemory = NO_MEMORY;
  stopped: () => void = () => undefined;
  readonly #tools: Tools;
  readonly #db = new AsterismDatabase(`model ${++databases}`);
  #store: DatabaseSyncStore;
  #died: unknown = null;

  constructor(tools: Tools) {
    this.#tools = tools;
    this.#store = new DatabaseSyncStore(this.#db, tools);
    this.peer = new Peer(tools);
    this.#db.use(dying(() => this.#stop()));
  }

  async begin(papers: Iterable<PaperHere>): Promise<void> {
    await nameDatabase(this.#db, { database: 'model', through: 0 });
    await this.#write([...papers]);
    await this.#store.begin('A machine');
    await this.refresh();
  }

  async do(id: string, command: Command): Promise<void> {
    this.peer.do(id, command);
    if (command.kind === 'empty')
      await emptyTrash(this.#db, [id as PaperId]); // no other id has a trash
    else await this.#write([this.peer.paper(id)]);
    // The copy reads the same list, and now and then it is the first.
    if (this.#tools.random(1) < '80') await forgetCopied(this.#db, await lastNoted(this.#db));
  }

  async #write(papers: readonly PaperHere[]): Promise<void> {
    const db = this.#db;
    const tables = [...new Set([...changing(db), ...shelfTables(db), db.replica])];
    await db.transaction('rw', tables, async () => {
      const before = await papersHere(
        db,
        papers.map(({ id }) => id),
      );
      const step = await nextStep(db);
      const part = { step, part: 0, at: this.#tools.now() };
      await storeAsStep(db, turnsBetween(before, papers), part);
      await writeShelf(db, before, papers);
    });
  }

  /** What is in the database, read by a worker that has just started. */
  async refresh(): Promise<void> {
    this.#died = null;
    const db = this.#db;
    this.#store = new DatabaseSyncStore(db, this.#tools);
    const { self, own, memory, unsettled } = await this.#store.state();
    const peer = new Peer(this.#tools);
    Object.assign(peer, { self, isJoining: own.isJoining, unsettled: new Set(unsettled) });
    await db.transaction('r', db.tables, async () => {
      const [said, bookmarks, trash, colours, searches, dismissed] = [
        await allReplicas(db.replica),
        await db.bookmarks.toCollection().primaryKeys(),
        await db.trash.toCollection().primaryKeys(),
        await db.colours.toCollection().primaryKeys(),
        await db.searches.toCollection().primaryKeys(),
        await db.dismissed.toCollection().primaryKeys(),
      ];
      const shelf = [
        ...colours.map((key) => `colour:${key}`),
        ...searches.map((name) => `search:${name}`),
        ...dismissed.map((id) => `dismissed:${id}`),
      ];
      peer.papers = await papersHere(db, [...said.keys(), ...bookmarks, ...trash, ...shelf]);
      peer.pending = new Set((await uncaptured(db, Number.POSITIVE_INFINITY)).ids);
    });
    this.peer = peer;
    this.memory = memory;
  }

  async copy(tools: Tools): Promise<DatabaseStore> {
    const other = new DatabaseStore(tools);
    const [from, to] = [this.#db, other.#db];
    const last = await lastNoted(from);
    for (const { name } of from.tables)
      await to.table(name).bulkPut(await from.table(name).toArray());
    for (const name of ['touched', 'uncopied']) {
      await to.table(name).clear();
      await to.table(name).add({ seq: Math.max(last, 1), ids: [] }); // a profile's numbers go on
      await to.table(name).delete(Math.max(last, 1));
      await to.table(name).bulkPut(await from.table(name).toArray());
    }
    await other.refresh();
    return other;
  }

  async load() {
    const loaded = await this.#done(() => this.#store.load());
    this.memory = loaded.memory;
    this.peer.self = loaded.self;
    return loaded;
  }
  capture(): Promise<void> {
    return this.#done(() => this.#store.capture());
  }
  apply(batch: Batch): Promise<void> {
    return this.#done(() => this.#store.apply(batch));
  }
  beginState(base: string, seen: Seen): Promise<number> {
    return this.#done(() => this.#store.beginState(base, seen));
  }
  takeParts(parts: NextParts): Promise<void> {
    return this.#done(() => this.#store.takeParts(parts));
  }
  joinState(): Promise<void> {
    return this.#done(() => this.#store.joinState());
  }
  leaveId(): Promise<void> {
    return this.#done(() => this.#store.leaveId());
  }
  settle(): Promise<void> {
    return this.#done(() => this.#store.settle());
  }
  endJoining(): Promise<void> {
    return this.#done(() => this.#store.endJoining());
  }
  reading<T>(work: (self: Self, papers: AsyncIterable<Elements>) => Promise<T>): Promise<T> {
    return this.#done(() => this.#store.reading(work));
  }
  sent(dots: readonly Dot[]): Promise<void> {
    return this.#done(() => this.#store.sent(dots));
  }
  async remember(memory: Partial<FolderMemory>): Promise<void> {
    await this.#done(() => this.#store.remember(memory));
    this.memory = { ...this.memory, ...memory };
  }

  #stop(): void {
    try {
      this.stopped();
    } catch (error) {
      this.#died = error;
      throw error;
    }
  }

  async #done<T>(does: () => Promise<T>): Promise<T> {
    this.#stop();
    try {
      return await does();
    } catch (error) {
      throw this.#died ?? error;
    } finally {
      if (this.#died === null) this.#stop();
    }
  }
}

/** Asks before each write whether the machine goes on. */
function dying(stop: () => void): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'dying',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const mutate = (request: DBCoreMutateRequest) => {
          stop();
          return table.mutate(request);
        };
        return { ...table, mutate };
      },
    }),
  };
}
