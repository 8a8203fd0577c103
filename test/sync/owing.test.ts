import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { PaperId } from '../../lib/papers/ids';
import { RemoteFailure } from '../../lib/remote/folder';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { AsterismDatabase } from '../../lib/store/database';
import { DatabaseSyncStore } from '../../lib/store/sync/syncStore';
import { newCard, putLibrary } from '../../lib/sync/cards';
import { cycle } from '../../lib/sync/cycle';
import { PLAIN } from '../../lib/sync/sealing';
import { MemoryFolder, type Trouble } from '../fakes/memoryFolder';
import { randomOf, toolsOf } from '../unit/sync/tools';

// A library that is large goes into the folder as a base at once, and never into memory or the outbox as a whole.

const PAPERS = 520;
let databases = 0;
const idOf = (n: number): PaperId => `hf:paper-${String(n).padStart(4, '0')}`;

async function machine(folder: MemoryFolder, papers: number) {
  const db = new AsterismDatabase(`owing ${++databases}`);
  const tools = toolsOf(randomOf(databases));
  const star = (n: number) =>
    patchAnnotation(
      db,
      {
        id: idOf(n),
        patch: { starred: true },
        paper: { id: idOf(n), title: `Paper ${n}`, authors: [] },
      },
      () => new Date(tools.now()),
    );
  for (let n = 0; n < papers; n++) await star(n);
  const store = new DatabaseSyncStore(db, tools);
  const found = await putLibrary(folder.view(), newCard(toolsOf(randomOf(1))));
  if (found.kind !== 'library') throw new Error('it was put there');
  await store.begin('A machine');
  await store.remember({ card: { name: found.name, text: found.text } });
  const sync = (trouble?: () => Trouble | null) =>
    cycle({ store, folder: folder.view(trouble), seal: PLAIN, tools });
  const outbox = async () => (await store.load()).self.outbox;
  return { db, star, store, sync, outbox, count: () => db.bookmarks.count() };
}

const kindsIn = (folder: MemoryFolder) =>
  [...folder.places.main.keys()].map((name) => name.split('-')[0]).sort();

test('a large library is a base at once, and a new machine has all of it', async () => {
  const folder = new MemoryFolder();
  const first = await machine(folder, PAPERS);
  await first.sync();
  expect(kindsIn(folder)).toEqual(['base', 'library']);
  expect(await first.outbox()).toEqual([]);
  const second = await machine(folder, 0);
  await second.sync();
  expect(await second.count()).toBe(PAPERS);
  await first.star(PAPERS);
  await first.sync();
  await second.sync();
  expect(await second.count()).toBe(PAPERS + 1);
});

test('while it is not there, for whatever reason, nothing of it is lost, and it is sent again', async () => {
  const folder = new MemoryFolder();
  const first = await machine(folder, PAPERS);
  let requests = 0;
  // A list, then the parts are listed, then the first of them is refused.
  const refused = first.sync(() => (++requests > 2 ? 'full' : null));
  await expect(refused).rejects.toThrow(RemoteFailure);
  expect((await first.store.load()).memory.owesBase).toBe(true);
  await first.star(PAPERS);
  await first.sync();
  const second = await machine(folder, 0);
  await second.sync();
  expect(await second.count()).toBe(PAPERS + 1);
  expect((await first.store.load()).memory.owesBase).toBe(false);
});

test('two large libraries that come to one folder at once are one', async () => {
  const folder = new MemoryFolder();
  const [first, second] = [await machine(folder, PAPERS), await machine(folder, PAPERS)];
  await second.star(PAPERS);
  await Promise.all([first.sync(), second.sync()]);
  for (const one of [first, second, first, second]) await one.sync();
  expect([await first.count(), await second.count()]).toEqual([PAPERS + 1, PAPERS + 1]);
  expect(await first.db.bookmarks.toArray()).toEqual(await second.db.bookmarks.toArray());
});

test('a star while a base is read is not in it, and is said afterwards', async () => {
  const folder = new MemoryFolder();
  const first = await machine(folder, PAPERS);
  let isStarred = false;
  await first.sync(() => {
    if (!isStarred && folder.places.parts.size > 0) {
      isStarred = true;
      void first.star(PAPERS).then(() => first.store.capture());
    }
    return null;
  });
  await expect.poll(() => first.count()).toBe(PAPERS + 1);
  await first.sync();
  const second = await machine(folder, 0);
  await second.sync();
  expect(await second.count()).toBe(PAPERS + 1);
});
