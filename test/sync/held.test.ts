import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { machine, two } from './cycling';

test('very many removals of another machine wait for the reader, and what is done here goes on', async () => {
  const { laptop, desktop, bothSync } = await two();
  for (let n = 0; n < 40; n++) await laptop.say(n, { starred: true });
  await bothSync();
  for (let n = 0; n < 30; n++) await laptop.remove(n);
  await desktop.say(50, { starred: true });
  await bothSync();
  expect(desktop.state()).toEqual({ kind: 'held', machine: 'Laptop', removals: 30, of: 41 });
  expect([await desktop.count(), await laptop.count()]).toEqual([41, 11]);
  const { held } = (await desktop.store.state()).standing;
  await desktop.cycles.runWith(held?.machine ?? '');
  expect(desktop.state()).toMatchObject({ kind: 'inStep' });
  expect(await desktop.count()).toBe(11);
});

test('they wait also where they come as a whole state', async () => {
  const { folder, laptop, desktop, bothSync } = await two();
  for (let n = 0; n < 40; n++) await laptop.say(n, { starred: true });
  await bothSync();
  for (let n = 0; n < 30; n++) await laptop.remove(n);
  await laptop.cycles.run(true);
  // The logs are lost; a machine that has missed them for long enough writes all that it knows.
  for (const name of folder.places.main.keys()) {
    if (name.startsWith('log-')) folder.places.main.delete(name);
  }
  await laptop.store.remember({ missingSince: '2026-01-01T00:00:00.000Z', calm: null });
  await laptop.cycles.run(true);
  expect([...folder.places.main.keys()].some((name) => name.startsWith('base-'))).toBe(true);
  await desktop.cycles.run(true);
  expect(desktop.state()).toEqual({ kind: 'held', machine: 'Laptop', removals: 30, of: 40 });
  expect(await desktop.count()).toBe(40);
  const { held } = (await desktop.store.state()).standing;
  await desktop.cycles.runWith(held?.machine ?? '');
  expect(await desktop.count()).toBe(10);
});

test('kept, they are here all the time, and back on the other machine', async () => {
  const { laptop, desktop, bothSync } = await two();
  for (let n = 0; n < 40; n++) await laptop.say(n, { note: `note ${n}` });
  await bothSync();
  for (let n = 0; n < 30; n++) await laptop.remove(n);
  await bothSync();
  const { held } = (await desktop.store.state()).standing;
  await desktop.store.sayAgain(held?.ids ?? []);
  await desktop.cycles.runWith(held?.machine ?? '');
  expect(await desktop.count()).toBe(40);
  await bothSync();
  expect([await desktop.count(), await laptop.count()]).toEqual([40, 40]);
  expect(await laptop.note(3)).toBe('note 3');
  expect(desktop.state()).toMatchObject({ kind: 'inStep' });
});

test('papers that say nothing any more count as removed: they are in no trash', async () => {
  const { laptop, desktop, bothSync } = await two();
  for (let n = 0; n < 40; n++) await laptop.say(n, { starred: true });
  await bothSync();
  for (let n = 0; n < 30; n++) await laptop.say(n, { starred: false });
  await bothSync();
  expect(desktop.state()).toEqual({ kind: 'held', machine: 'Laptop', removals: 30, of: 40 });
  const { held } = (await desktop.store.state()).standing;
  await desktop.store.sayAgain(held?.ids ?? []);
  await desktop.cycles.runWith(held?.machine ?? '');
  await bothSync();
  expect([await desktop.count(), await laptop.count()]).toEqual([40, 40]);
});

test('very many notes that another machine emptied wait, and can be kept', async () => {
  const { laptop, desktop, bothSync } = await two();
  for (let n = 0; n < 60; n++) await laptop.say(n, { starred: true });
  for (let n = 0; n < 40; n++) await laptop.say(n, { note: `note ${n}` });
  await bothSync();
  for (let n = 0; n < 25; n++) await laptop.say(n, { note: '' });
  await bothSync();
  const notes = { kind: 'held', machine: 'Laptop', removals: 25, of: 40, what: 'notes' };
  expect(desktop.state()).toEqual(notes);
  expect(await desktop.note(3)).toBe('note 3');
  const { held } = (await desktop.store.state()).standing;
  await desktop.store.sayAgain(held?.ids ?? []);
  await desktop.cycles.runWith(held?.machine ?? '');
  await bothSync();
  expect([await desktop.note(3), await laptop.note(3)]).toEqual(['note 3', 'note 3']);
});

test('few notes that were emptied, and very many that are others now, are what they are', async () => {
  const { laptop, desktop, bothSync } = await two();
  for (let n = 0; n < 40; n++) await laptop.say(n, { note: `note ${n}` });
  await bothSync();
  for (let n = 0; n < 20; n++) await laptop.say(n, { note: '', starred: true });
  for (let n = 20; n < 40; n++) await laptop.say(n, { note: 'another' });
  await bothSync();
  expect(desktop.state()).toMatchObject({ kind: 'inStep' });
  expect([await desktop.note(3), await desktop.note(33)]).toEqual(['', 'another']);
});

test('what comes as a whole state is told in one line where it is much, and brings the names of machines', async () => {
  const { folder, laptop, desktop, bothSync } = await two();
  await bothSync();
  for (let n = 0; n < 60; n++) await laptop.say(n, { starred: true });
  await laptop.cycles.run(true);
  for (const name of folder.places.main.keys()) {
    if (name.startsWith('log-')) folder.places.main.delete(name);
  }
  await laptop.store.remember({ missingSince: '2026-01-01T00:00:00.000Z', calm: null });
  await laptop.cycles.run(true);
  await desktop.cycles.run(true);
  expect(await desktop.count()).toBe(60);
  const came = await desktop.db.synced.toArray();
  expect(came).toMatchObject([{ machine: 'Laptop', count: 60, parts: ['starred'] }]);
  // A machine that comes now knows of Laptop by the base of somebody else.
  for (const name of folder.places.main.keys()) {
    if (name.startsWith('base-')) folder.places.main.delete(name);
  }
  await desktop.say(70, { starred: true });
  await desktop.store.remember({ missingSince: '2026-01-01T00:00:00.000Z', calm: null });
  await desktop.cycles.run(true);
  const tablet = await machine(folder, 'Tablet');
  await tablet.cycles.run(true);
  const { machines } = await tablet.store.state();
  expect([...machines.values()].map(({ name }) => name).sort()).toEqual(['Desktop', 'Laptop']);
});

test('few removals are carried out', async () => {
  const { laptop, desktop, bothSync } = await two();
  for (let n = 0; n < 40; n++) await laptop.say(n, { starred: true });
  await bothSync();
  for (let n = 0; n < 20; n++) await laptop.remove(n);
  await bothSync();
  expect(await desktop.count()).toBe(20);
});

test('files that say nothing here are counted, and change nothing', async () => {
  const { folder, laptop, bothSync } = await two();
  await laptop.say(1, { starred: true });
  await bothSync();
  expect(laptop.state()).not.toHaveProperty('unread');
  const name = `log-${'ee'.repeat(8)}-7-7-0a0b0c0d-${'0'.repeat(32)}-3.bin`;
  folder.places.main.set(name, new Uint8Array(3));
  await bothSync();
  expect(laptop.state()).toMatchObject({ kind: 'inStep', unread: 1 });
  await laptop.cycles.run(true);
  expect(laptop.state()).toMatchObject({ kind: 'inStep', unread: 1 });
  folder.places.main.delete(name);
  await bothSync();
  expect(laptop.state()).not.toHaveProperty('unread');
});
