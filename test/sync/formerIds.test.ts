import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetPlace, keepPlace } from '../../lib/store/keptPlace';
import { withFormer } from '../../lib/store/sync/former';
import { type FileName, readName, writeName } from '../../lib/sync/names';
import type { Seen } from '../../lib/sync/seen';
import { deleteOwnFiles, deleteSealed, machinesIn } from '../../lib/worker/syncing/folderCare';
import type { Reach } from '../../lib/worker/syncing/places';
import { MemoryFolder } from '../fakes/memoryFolder';
import { machine, two } from './cycling';

// A machine that was disconnected and connected again has another id: what it wrote under the old one is its own still.

type Machine = Awaited<ReturnType<typeof machine>>;

/** What is known of the folder is enough: nobody is asked. */
const reach: Reach = {
  ask: () => Promise.reject(new Error('nobody is asked')),
  permissionFor: () => ({ origins: [] }),
  permissions: { contains: async () => true, remove: async () => true },
  picked: async () => null,
};

beforeEach(() =>
  keepPlace({ place: { kind: 'folder' }, key: null, machineName: 'Another', minutes: 15 }),
);
afterEach(forgetPlace);

async function connectAgain({ store, cycles }: Machine): Promise<void> {
  const { card } = (await store.load()).memory;
  await store.end();
  await store.begin('Again');
  await store.remember({ card });
  for (let n = 0; n < 2; n++) await cycles.run(true);
}

/** A profile that was copied. */
async function copyOf(folder: MemoryFolder, { db }: Machine): Promise<Machine> {
  const copy = await machine(folder, 'Copy');
  for (const table of db.tables) {
    await copy.db.table(table.name).clear();
    await copy.db.table(table.name).bulkPut(await table.toArray());
  }
  return copy;
}

function writerOf(file: FileName | null): string {
  return file && 'machine' in file ? file.machine : 'the card';
}

const idIn = async ({ store }: Machine) => (await store.load()).self.machine;
const shown = async ({ store }: Machine) =>
  (await machinesIn(reach, store)).map(({ name }) => name).sort();

test('who disconnects and connects again sees the real other machines alone', async () => {
  const { laptop, desktop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await desktop.say(2, { starred: true });
  await bothSync();
  for (let n = 0; n < 2; n++) await connectAgain(laptop);
  expect(laptop.state()).toMatchObject({ kind: 'inStep', machines: 1 });
  expect(await shown(laptop)).toEqual(['Again', 'Desktop']);
  // What it wrote before still counts.
  expect(await laptop.count()).toBe(2);
  await desktop.cycles.run(true);
  expect(await desktop.count()).toBe(2);
});

test('alone in the folder it stays alone, and its files of before are its own', async () => {
  const folder = new MemoryFolder();
  const laptop = await machine(folder, 'Laptop');
  await laptop.say(1, { starred: true });
  for (let n = 0; n < 2; n++) await laptop.cycles.run(true);
  await connectAgain(laptop);
  await laptop.say(2, { starred: true });
  await laptop.cycles.run(true);
  expect(laptop.state()).toMatchObject({ kind: 'inStep', machines: 0 });
  const [only, ...more] = await machinesIn(reach, laptop.store);
  const theirs = [...folder.places.main.keys()].filter((name) => !name.startsWith('library-'));
  expect([only?.files, more]).toEqual([theirs.length, []]);
  // Who leaves and deletes leaves nothing.
  expect(await deleteOwnFiles(async () => folder.view(), laptop.store)).toBe(0);
  expect([...folder.places.main.keys()]).toEqual([]);
});

test('a copy of the profile that writes under the old id is a machine', async () => {
  const { folder, laptop, desktop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await bothSync();
  const old = await idIn(laptop);
  const copy = await copyOf(folder, laptop);
  await connectAgain(laptop);
  expect(laptop.state()).toMatchObject({ kind: 'inStep', machines: 0 });
  await copy.say(3, { starred: true });
  await copy.cycles.run(true);
  expect(await idIn(copy)).toBe(old);
  for (const one of [laptop, desktop]) await one.cycles.run(true);
  expect(laptop.state()).toMatchObject({ kind: 'inStep', machines: 1 });
  expect(await shown(laptop)).toHaveLength(2);
  // Nor are its files ours to delete.
  await deleteOwnFiles(async () => folder.view(), laptop.store);
  const left = [...folder.places.main.keys()].map((name) => readName(name));
  expect(left.some((file) => file?.kind === 'log' && file.machine === old)).toBe(true);
});

test('the reader may take the other machine off the list still, and it stays off', async () => {
  const { laptop, desktop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await desktop.say(2, { starred: true });
  await bothSync();
  await connectAgain(laptop);
  await laptop.store.forget(await idIn(desktop));
  await laptop.cycles.run(true);
  expect(laptop.state()).toMatchObject({ kind: 'inStep', machines: 0 });
  expect(await shown(laptop)).toEqual(['Again']);
});

test('who was taken off the list stays off it, also when this machine is connected again', async () => {
  const { laptop, desktop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await desktop.say(2, { starred: true });
  await bothSync();
  await laptop.store.forget(await idIn(desktop));
  for (let n = 0; n < 2; n++) await connectAgain(laptop);
  expect(laptop.state()).toMatchObject({ kind: 'inStep', machines: 0 });
  expect(await shown(laptop)).toEqual(['Again']);
  // Its name and times are not kept for it.
  await laptop.store.end();
  expect(JSON.stringify([...(await laptop.db.syncState.toArray())])).not.toContain('Desktop');
});

test('of ids that it had, it remembers those under which something is in the folder', async () => {
  const { laptop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await bothSync();
  const first = await idIn(laptop);
  for (let n = 0; n < 4; n++) await connectAgain(laptop);
  expect([...(await laptop.store.state()).former.keys()]).toEqual([first]);
  const second = await idIn(laptop);
  await laptop.say(2, { starred: true });
  await bothSync();
  for (let n = 0; n < 2; n++) await connectAgain(laptop);
  expect([...(await laptop.store.state()).former.keys()]).toEqual([first, second]);
  expect(laptop.state()).toMatchObject({ kind: 'inStep', machines: 0 });
});

test('an id under which a base alone was written is remembered, and of all the newest fifty', () => {
  const id = (n: number) => n.toString(16).padStart(16, '0');
  const base = { kind: 'base', machine: id(1), hash: '0'.repeat(32), size: 9 } as const;
  const some = [writeName({ ...base, machine: id(2) }), writeName(base)];
  const silent = { machine: id(1), seen: new Map() };
  expect(withFormer(new Map(), silent, some)).toEqual(new Map([[id(1), []]]));
  expect(withFormer(new Map(), silent, some.slice(0, 1))).toEqual(new Map());
  let former: Seen = new Map();
  for (let n = 1; n <= 60; n++) {
    const seen = new Map([[id(n), [['0a0b0c0d']]]]);
    former = withFormer(former, { machine: id(n), seen }, []);
  }
  expect([...former.keys()]).toEqual(Array.from({ length: 50 }, (_, n) => id(n + 11)));
});

test('where a key does not count any more, its files of before go, too, and nobody else’s', async () => {
  const { folder, laptop, desktop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await desktop.say(2, { starred: true });
  await bothSync();
  const [old, theirs] = [await idIn(laptop), await idIn(desktop)];
  const writers = () =>
    new Set([...folder.places.main.keys()].map((name) => readName(name)).map(writerOf));
  await connectAgain(laptop);
  await laptop.say(3, { starred: true });
  await laptop.cycles.run(true);
  expect(writers()).toEqual(new Set(['the card', old, theirs, await idIn(laptop)]));
  await deleteSealed(folder.view(), laptop.store);
  expect(writers()).toEqual(new Set([theirs]));
});

test('where a key does not count any more, what a copy of the profile wrote under its old id stays', async () => {
  const { folder, laptop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await bothSync();
  const old = await idIn(laptop);
  const copy = await copyOf(folder, laptop);
  await connectAgain(laptop);
  await copy.say(3, { starred: true });
  await copy.cycles.run(true);
  // Whether it has been read yet, or not.
  for (const reads of [false, true]) {
    if (reads) await laptop.cycles.run(true);
    await deleteSealed(folder.view(), laptop.store);
    const left = [...folder.places.main.keys()].map((name) => readName(name));
    const last = left.filter((file) => file?.kind === 'log' && file.machine === old).at(-1);
    expect(last).toMatchObject({ to: 2 });
  }
});

test('a folder in which nobody knows it begins without it', async () => {
  const { laptop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await bothSync();
  await laptop.store.end();
  expect(await laptop.store.isOn()).toBe(false);
  const elsewhere = await machine(new MemoryFolder(), 'Elsewhere');
  const { card } = (await elsewhere.store.load()).memory;
  await laptop.store.begin('Again');
  await laptop.store.remember({ card });
  expect([...(await laptop.store.load()).self.seen]).toEqual([]);
});
