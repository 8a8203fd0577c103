import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { timeline } from '../../lib/papers/timeline';
import { RemoteFailure } from '../../lib/remote/folder';
import { newCard, putLibrary } from '../../lib/sync/cards';
import { MemoryFolder } from '../fakes/memoryFolder';
import { randomOf, toolsOf } from '../unit/sync/tools';
import { idOf, machine, two } from './cycling';

test('what came is told with its machine, its papers and their parts', async () => {
  const { laptop, desktop, bothSync } = await two();
  await bothSync();
  await laptop.say(1, { starred: true, addTags: ['rl'] });
  await bothSync();
  const [came] = await desktop.db.synced.toArray();
  expect(came).toMatchObject({ machine: 'Laptop', paperId: idOf(1), parts: ['starred', 'tags'] });
  expect(desktop.heard).toEqual([idOf(1)]);
  expect(laptop.heard).toEqual([]);
  expect(desktop.state()).toMatchObject({ kind: 'inStep', machines: 1 });
});

test('a paper’s history tells what came, from which machine, once', async () => {
  const { laptop, desktop, bothSync } = await two();
  await bothSync();
  await laptop.say(1, { starred: true, status: 'read', addTags: ['rl'], note: 'a note' });
  await bothSync();
  const id = idOf(1);
  const { events = [] } = (await desktop.db.events.get(id)) ?? {};
  const annotation = (await desktop.db.bookmarks.get(id))?.annotation ?? null;
  const told = timeline(null, events, annotation);
  expect(told.map((entry) => [entry.kind, 'machine' in entry && entry.machine])).toEqual(
    ['tags', 'note', 'status', 'starred'].map((kind) => [kind, 'Laptop']),
  );
  expect(told.at(-1)?.at).toBe(annotation?.starredAt);
});

test('of two statuses that were set at the same time both machines tell the other one', async () => {
  const { laptop, desktop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await bothSync();
  await laptop.say(1, { status: 'read' });
  await desktop.say(1, { status: 'reading' });
  await bothSync();
  const shown = await Promise.all(
    [laptop, desktop].map(async ({ db }) => {
      const row = await db.bookmarks.get(idOf(1));
      const came = (await db.synced.toArray()).at(-1);
      return [row?.annotation.status, came?.conflict];
    }),
  );
  const [status] = shown[0] ?? [];
  const other = status === 'read' ? 'reading' : 'read';
  for (const { db } of [laptop, desktop]) {
    const { events = [] } = (await db.events.get(idOf(1))) ?? {};
    expect(events.at(-1)).toMatchObject({ conflict: { kind: 'status', other } });
    expect(events.at(-1)?.machine).toMatch(/Laptop|Desktop/);
  }
  const conflict = { kind: 'status', other, by: other === 'read' ? 'Laptop' : 'Desktop' };
  expect(shown).toEqual([
    [status, conflict],
    [status, conflict],
  ]);
});

test('two notes that were written at the same time are joined, and both machines say so', async () => {
  const { laptop, desktop, bothSync } = await two();
  await laptop.say(1, { note: 'from here' });
  await bothSync();
  await laptop.say(1, { note: 'one', noteWas: 'from here' });
  await desktop.say(1, { note: 'two', noteWas: 'from here' });
  await bothSync();
  for (const { db } of [laptop, desktop]) {
    const note = (await db.bookmarks.get(idOf(1)))?.annotation.note ?? '';
    expect([note.includes('one'), note.includes('two')]).toEqual([true, true]);
    expect((await db.synced.toArray()).at(-1)?.conflict).toEqual({ kind: 'notes' });
  }
});

test('what was removed on one machine and noted on another is back on both, and that is told', async () => {
  const { laptop, desktop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await bothSync();
  await laptop.remove(1);
  await desktop.say(1, { note: 'still needed' });
  await bothSync();
  await bothSync();
  for (const { db } of [laptop, desktop]) {
    const { starred, note } = (await db.bookmarks.get(idOf(1)))?.annotation ?? {};
    expect({ starred, note }).toEqual({ starred: true, note: 'still needed' });
  }
  const told = await Promise.all([laptop, desktop].map(({ db }) => db.synced.toArray()));
  const back = told.flat().filter(({ conflict }) => conflict?.kind === 'back');
  expect(back.map(({ machine }) => machine)).toContain('Laptop'); // it removed the paper
  expect(new Set(back.map(({ machine }) => machine))).toEqual(new Set(['Laptop']));
});

test('a folder that was emptied stops, and removes nothing', async () => {
  const { folder, laptop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await bothSync();
  folder.putBack({ main: new Map(), parts: new Map() });
  await laptop.cycles.run();
  expect(laptop.state()).toMatchObject({ kind: 'stopped', why: 'noLibrary' });
  expect(await laptop.count()).toBe(1);
  await putLibrary(folder.view(), newCard(toolsOf(randomOf(99))));
  await laptop.cycles.run(true);
  expect(laptop.state()).toMatchObject({ kind: 'stopped', why: 'otherLibrary' });
  expect(folder.places.main.size).toBe(1);
});

test('a folder that was away, as a drive that is not connected, is gone on with when it is back', async () => {
  const { folder, laptop, bothSync } = await two();
  await bothSync();
  const before = new Map(folder.places.main);
  folder.putBack({ main: new Map(), parts: new Map() });
  await laptop.cycles.run();
  await laptop.say(1, { starred: true });
  await laptop.cycles.run();
  expect(laptop.state()).toMatchObject({ kind: 'stopped', why: 'noLibrary' });
  expect(folder.places.main.size).toBe(0);
  folder.putBack({ main: before, parts: new Map() });
  await laptop.cycles.run();
  expect(laptop.state()).toMatchObject({ kind: 'inStep' });
  expect(folder.places.main.size).toBe(before.size + 1);
});

test('without the permission no request is made, and with it all goes on', async () => {
  const { folder, laptop, bothSync } = await two();
  await bothSync();
  const { open } = laptop.world;
  laptop.world.open = async () => {
    throw new RemoteFailure('permission');
  };
  const { requests } = folder;
  await laptop.cycles.run(true);
  expect(laptop.state()).toMatchObject({ kind: 'stopped', why: 'permission' });
  expect(folder.requests).toBe(requests);
  const waiting = laptop.cycles.run();
  expect(laptop.cycles.isRunning()).toBe(false); // whoever asks how it stands would wait for news for ever
  await waiting;
  laptop.world.open = open;
  await laptop.cycles.run(true);
  expect(laptop.state()).toMatchObject({ kind: 'inStep' });
});

test('a machine that lost its database joins again, and has everything', async () => {
  const { laptop, desktop, bothSync } = await two();
  await laptop.say(1, { note: 'kept elsewhere' });
  await bothSync();
  await desktop.store.end();
  await desktop.db.bookmarks.clear();
  await desktop.cycles.run();
  expect((await desktop.db.bookmarks.get(idOf(1)))?.annotation.note).toBe('kept elsewhere');
  expect((await desktop.store.load()).name).toBe('Another');
});

test('a library that is started over under the worker joins again', async () => {
  const { laptop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await bothSync();
  await laptop.db.delete();
  await laptop.db.open();
  await laptop.cycles.run(true);
  await laptop.cycles.run(true);
  expect(laptop.state()).toMatchObject({ kind: 'inStep' });
  expect(await laptop.count()).toBe(1);
});

test('a wrong password is not tried again because something else changed', async () => {
  const { folder, laptop, bothSync } = await two();
  await bothSync();
  const { open } = laptop.world;
  laptop.world.open = async () => {
    throw new RemoteFailure('refused', { status: 401 });
  };
  await laptop.cycles.run(true);
  laptop.world.open = open;
  const { requests } = folder;
  await laptop.cycles.runAfter('offline');
  await laptop.cycles.runAfter('permission');
  await laptop.cycles.run();
  expect(folder.requests).toBe(requests);
  expect(laptop.state()).toMatchObject({ kind: 'stopped', why: 'refused', status: 401 });
  await laptop.cycles.runAfter('refused');
  expect(laptop.state()).toMatchObject({ kind: 'inStep' });
});

test('with sync off nothing is asked and nothing is told', async () => {
  const folder = new MemoryFolder();
  const { cycles, world, store, told } = await machine(folder, 'Laptop');
  await store.end();
  world.isOn = false;
  const { requests } = folder;
  await cycles.run(true);
  expect(folder.requests).toBe(requests);
  expect(told).toEqual([]);
});
