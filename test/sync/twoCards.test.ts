import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type Card, findLibrary } from '../../lib/sync/cards';
import { fromHex, keptKey, lockKey, unlockKey } from '../../lib/sync/sealing';
import { join } from '../../lib/worker/syncing/connecting';
import { MemoryFolder } from '../fakes/memoryFolder';
import { idOf, machine } from './cycling';

const [LOW, HIGH] = ['a'.repeat(16), 'b'.repeat(16)];
const ROUNDS = 1_000; // fewer than the product's: this is not about how hard a passphrase is to guess

async function sealed(library: string, passphrase: string) {
  const locked = await lockKey(
    fromHex(library.repeat(4)),
    passphrase,
    fromHex('0f'.repeat(16)),
    ROUNDS,
  );
  const key = await unlockKey(locked, passphrase);
  if (key === null) throw new Error('it was locked with this passphrase');
  return { card: { library, key: locked } satisfies Card, key: await keptKey(key) };
}

/** Two machines that set a folder up at the same moment: neither had seen the other's card. The desktop's id is lower. */
async function both(
  laptops: Parameters<typeof machine>[2],
  desktops: Parameters<typeof machine>[2],
) {
  const folder = new MemoryFolder();
  const laptop = await machine(folder, 'Laptop', laptops);
  await laptop.say(1, { note: 'from the laptop' });
  for (let n = 0; n < 2; n++) await laptop.cycles.run(true);
  const desktop = await machine(folder, 'Desktop', desktops);
  await desktop.say(2, { note: 'from the desktop' });
  return { folder, laptop, desktop };
}

const cardOf = async ({ store }: Awaited<ReturnType<typeof machine>>) =>
  (await store.load()).memory.card?.name.slice(0, 24);
const notesOf = async ({ db }: Awaited<ReturnType<typeof machine>>) =>
  (await db.bookmarks.bulkGet([idOf(1), idOf(2)])).map((row) => row?.annotation.note);
const BOTH = ['from the laptop', 'from the desktop'];

test('of two libraries without a passphrase the lower counts, and nobody is asked', async () => {
  const { folder, laptop, desktop } = await both(
    { card: { library: HIGH } },
    { card: { library: LOW } },
  );
  for (const one of [laptop, desktop, laptop, desktop]) await one.cycles.run(true);
  for (const one of [laptop, desktop]) {
    expect(await cardOf(one)).toBe(`library-${LOW}`);
    expect(one.state()).toMatchObject({ kind: 'inStep', machines: 1 });
    expect(await notesOf(one)).toEqual(BOTH);
  }
  const third = await machine(folder, 'Tablet', { card: { library: LOW } });
  for (let n = 0; n < 2; n++) await third.cycles.run(true);
  expect(await notesOf(third)).toEqual(BOTH);
});

test('of two libraries with a passphrase each the lower counts: the other machine stops, and writes and removes nothing', async () => {
  const [high, low] = [await sealed(HIGH, 'one'), await sealed(LOW, 'two')];
  const { folder, laptop, desktop } = await both(high, low);
  await desktop.cycles.run(true);
  await laptop.say(3, { starred: true });
  const before = [...folder.places.main.keys()].sort();
  await laptop.cycles.run(true);
  await laptop.cycles.run();
  expect(laptop.state()).toMatchObject({ kind: 'stopped', why: 'twoLibraries' });
  expect([...folder.places.main.keys()].sort()).toEqual(before);
  expect(await laptop.count()).toBe(2);
});

test.each([
  ['with a passphrase', 'two'],
  ['without one', undefined],
])(
  'a machine joins the library that counts, %s, and both have everything',
  async (_, passphrase) => {
    const low =
      passphrase === undefined
        ? { card: { library: LOW }, key: null }
        : await sealed(LOW, passphrase);
    const { folder, laptop, desktop } = await both(await sealed(HIGH, 'one'), low);
    await desktop.cycles.run(true);
    await laptop.cycles.run(true);
    expect(laptop.state()).toMatchObject({ kind: 'stopped', why: 'twoLibraries' });
    // As the handler of "Merge with what is there" does.
    const found = await findLibrary(folder.view());
    if (found.kind !== 'library') throw new Error('the lower one is there');
    const opened = { folder: folder.view(), card: found, key: low.key };
    await join(laptop.store, opened, {
      place: { kind: 'folder' },
      machineName: 'Laptop',
      minutes: 15,
    });
    laptop.world.key = low.key;
    for (const one of [laptop, laptop, desktop, laptop]) await one.cycles.run(true);
    for (const one of [laptop, desktop]) {
      expect(one.state()).toMatchObject({ kind: 'inStep', machines: 1 });
      expect(await notesOf(one)).toEqual(BOTH);
    }
    // What was sealed with the key that does not count is gone, the card that it was on with it.
    expect([...folder.places.main.keys()].filter((name) => name.startsWith('library-'))).toEqual([
      found.name,
    ]);
  },
);
