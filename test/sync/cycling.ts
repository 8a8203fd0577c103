import type { SyncNews } from '../../lib/messages/syncMessages';
import type { AnnotationPatch } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import type { RemoteFolder } from '../../lib/remote/folder';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { AsterismDatabase } from '../../lib/store/database';
import type { KeptPlace } from '../../lib/store/keptPlace';
import { DatabaseSyncStore } from '../../lib/store/sync/syncStore';
import { type Card, newCard, putLibrary } from '../../lib/sync/cards';
import { createCycles } from '../../lib/worker/syncing/cycles';
import { MemoryFolder } from '../fakes/memoryFolder';
import { randomOf, toolsOf } from '../unit/sync/tools';

// Needs 'fake-indexeddb/auto', which the test imports.

let databases = 0;
const kept: KeptPlace = {
  place: { kind: 'folder' },
  key: null,
  machineName: 'Another',
  minutes: 15,
};
export const idOf = (n: number): PaperId => `hf:paper-${n}`;

/** A machine with the product's cycles over a folder in memory, which has put a library there. */
export async function machine(
  folder: MemoryFolder,
  name: string,
  {
    card = newCard(toolsOf(randomOf(1))),
    key = null,
  }: { card?: Card; key?: CryptoKey | null } = {},
) {
  const db = new AsterismDatabase(`cycles ${++databases}`);
  const tools = toolsOf(randomOf(databases));
  const now = () => new Date(tools.now());
  const heard: PaperId[] = [];
  const store = new DatabaseSyncStore(db, tools, (ids) => heard.push(...ids));
  const told: (SyncNews | null)[] = [];
  const world = {
    isOn: true,
    key,
    open: async (): Promise<RemoteFolder> => folder.view(),
  };
  const cycles = createCycles({
    db,
    store,
    tools,
    kept: async () => (world.isOn ? { ...kept, key: world.key } : null),
    open: () => world.open(),
    tell: async (news) => void told.push(news),
    alone: (work) => work(),
    joined: () => undefined,
    log: (_, error) => {
      throw error;
    },
  });
  const found = await putLibrary(folder.view(), card);
  if (found.kind !== 'library') throw new Error('it was put there');
  await store.begin(name);
  await store.remember({ card: { name: found.name, text: found.text } });
  const state = () => told.at(-1)?.state;
  const say = (n: number, patch: AnnotationPatch) => {
    const paper = { id: idOf(n), title: `Paper ${n}`, authors: [] };
    return patchAnnotation(db, { id: idOf(n), patch, paper }, now);
  };
  const remove = (n: number) => removeBookmark(db, idOf(n), now);
  const count = () => db.bookmarks.count();
  const note = async (n: number) => (await db.bookmarks.get(idOf(n)))?.annotation.note;
  return { db, store, cycles, world, told, heard, state, say, remove, count, note };
}

/** Two of them, with one folder. */
export async function two() {
  const folder = new MemoryFolder();
  const [laptop, desktop] = [await machine(folder, 'Laptop'), await machine(folder, 'Desktop')];
  const bothSync = async () => {
    for (const one of [laptop, desktop, laptop, desktop]) await one.cycles.run(true);
  };
  return { folder, laptop, desktop, bothSync };
}
