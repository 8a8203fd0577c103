import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { PaperId } from '../../lib/papers/ids';
import { dismiss } from '../../lib/store/commands/dismiss';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { deleteSearch, saveSearch } from '../../lib/store/commands/searches';
import { colourTag } from '../../lib/store/commands/tags';
import { undoStep } from '../../lib/store/commands/undoStep';
import { AsterismDatabase } from '../../lib/store/database';
import { DatabaseSyncStore } from '../../lib/store/sync/syncStore';
import { newCard, putLibrary } from '../../lib/sync/cards';
import { cycle } from '../../lib/sync/cycle';
import { PLAIN } from '../../lib/sync/sealing';
import { MemoryFolder } from '../fakes/memoryFolder';
import { randomOf, toolsOf } from '../unit/sync/tools';

let databases = 0;
const X: PaperId = 'hf:a-paper';
const paper = { id: X, title: 'A paper', authors: [] };

/** A machine that has not joined yet. */
function machine(folder: MemoryFolder) {
  const db = new AsterismDatabase(`shelf ${++databases}`);
  const tools = toolsOf(randomOf(databases), `2026-03-0${databases % 9 || 9}T00:00:00.000Z`);
  const now = () => new Date(tools.now());
  const heard: PaperId[][] = [];
  const store = new DatabaseSyncStore(db, tools, (ids) => heard.push(ids));
  return {
    db,
    store,
    heard,
    colour: (tag: string, colour: 'red' | 'blue' | null) => colourTag(db, tag, colour, now),
    save: (name: string, query: string) => saveSearch(db, { name, query }, now),
    drop: (name: string) => deleteSearch(db, name),
    dismiss: (dismissed: boolean) => dismiss(db, { id: X, dismissed, paper }, now),
    star: (starred: boolean) => patchAnnotation(db, { id: X, patch: { starred }, paper }, now),
    async join() {
      const found = await putLibrary(folder.view(), newCard(toolsOf(randomOf(1))));
      if (found.kind !== 'library') throw new Error('it was put there');
      await store.begin('A machine');
      await store.remember({ card: { name: found.name, text: found.text } });
    },
    sync: () => cycle({ store, folder: folder.view(), seal: PLAIN, tools }),
    shelf: async () => ({
      colours: (await db.colours.toArray()).map(({ tag, colour }) => `${tag} ${colour}`),
      searches: (await db.searches.toArray()).map(({ name, query }) => `${name}: ${query}`),
      dismissed: await db.dismissed.toCollection().primaryKeys(),
    }),
  };
}

function two() {
  const folder = new MemoryFolder();
  const [a, b] = [machine(folder), machine(folder)];
  const sync = async () => {
    for (const one of [a, b, a, b, a, b]) await one.sync();
  };
  return { a, b, sync };
}

test('colours, saved searches and what is not for the reader reach the other machines, and what is taken away goes', async () => {
  const { a, b, sync } = two();
  await a.join();
  await b.join();
  await sync();
  await a.colour('rl', 'red');
  await a.save('New', 'is:unread');
  await a.dismiss(true);
  await sync();
  const shelf = { colours: ['rl red'], searches: ['New: is:unread'], dismissed: [X] };
  expect([await a.shelf(), await b.shelf()]).toEqual([shelf, shelf]);
  expect((await b.db.papers.get(X))?.paper.title).toBe('A paper');
  expect(b.heard.length).toBeGreaterThan(0);
  await b.colour('rl', null);
  await b.drop('New');
  await b.dismiss(false);
  await sync();
  const nothing = { colours: [], searches: [], dismissed: [] };
  expect([await a.shelf(), await b.shelf()]).toEqual([nothing, nothing]);
});

test('of two that were set at once the later one counts on both machines', async () => {
  const { a, b, sync } = two();
  await a.join();
  await b.join();
  await sync();
  await a.colour('rl', 'red');
  await b.colour('RL', 'blue');
  await a.save('New', 'one');
  await b.save('New', 'two');
  await sync();
  const shelf = await a.shelf();
  expect(shelf).toEqual(await b.shelf());
  expect([shelf.colours.length, shelf.searches.length]).toEqual([1, 1]);
});

test('a paper that was starred here and dismissed there at once is starred, and not dismissed', async () => {
  const { a, b, sync } = two();
  await a.join();
  await b.join();
  await sync();
  await a.star(true);
  await b.dismiss(true);
  await sync();
  for (const one of [a, b]) {
    expect((await one.db.bookmarks.get(X))?.annotation.starred).toBe(true);
    expect((await one.shelf()).dismissed).toEqual([]);
  }
});

test('a star goes where its paper is dismissed elsewhere', async () => {
  const { a, b, sync } = two();
  await a.join();
  await b.join();
  await a.star(true);
  await sync();
  await b.dismiss(true);
  await sync();
  for (const one of [a, b]) {
    expect(await one.db.bookmarks.get(X)).toBeUndefined();
    expect((await one.shelf()).dismissed).toEqual([X]);
  }
});

test('what a machine had before it joined is there for all, and beside another of its name the folder’s stays', async () => {
  const { a, b, sync } = two();
  await a.join();
  await a.colour('rl', 'red');
  await a.sync();
  await a.sync();
  await b.colour('rl', 'blue');
  await b.colour('llm', 'blue');
  await b.save('Mine', 'tag:llm');
  await b.join();
  await sync();
  const shelf = { colours: ['llm blue', 'rl red'], searches: ['Mine: tag:llm'], dismissed: [] };
  expect([await a.shelf(), await b.shelf()]).toEqual([shelf, shelf]);
  // The first merge is one step, which gives the colour back.
  const { joiningStep = 0 } = (await b.store.state()).own;
  await undoStep(b.db, joiningStep);
  expect((await b.shelf()).colours).toEqual(['llm blue', 'rl blue']);
});

test('a batch is captured before one that comes about the same thing', async () => {
  const { a, b, sync } = two();
  await a.join();
  await b.join();
  await a.colour('rl', 'red');
  await sync();
  await a.colour('rl', null);
  await a.sync();
  await b.colour('rl', 'blue'); // not knowing that it was taken away
  await sync();
  expect((await a.shelf()).colours).toEqual(['rl blue']);
  expect((await b.shelf()).colours).toEqual(['rl blue']);
});
