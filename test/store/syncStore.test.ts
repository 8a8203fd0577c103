import { expect, test } from 'vitest';
import { forgetCopied, nameDatabase } from '../../lib/store/commands/copying';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { lastNoted } from '../../lib/store/sync/captured';
import {
  addReplicas,
  isNothingUpTo,
  replicasOf,
  writeReplicas,
} from '../../lib/store/sync/replica';
import { SyncIsOff } from '../../lib/store/sync/stateInTurn';
import { DatabaseSyncStore } from '../../lib/store/sync/syncStore';
import type { Replica } from '../../lib/sync/elements';
import { randomOf, toolsOf } from '../unit/sync/tools';
import { freshDatabase, id, paper, ticking } from './support';

const now = ticking();

function library() {
  const db = freshDatabase();
  const store = new DatabaseSyncStore(db, toolsOf(randomOf(7)));
  const star = (n: number) =>
    patchAnnotation(db, { id: id(n), patch: { starred: true }, paper: paper(n) }, now);
  const noted = () => db.uncopied.count();
  return { db, store, star, noted };
}

test('with sync off nothing of it is written, and what the copy has is forgotten at once', async () => {
  const { db, store, star, noted } = library();
  await nameDatabase(db, { database: 'd', through: 0 });
  await star(1);
  await forgetCopied(db, await lastNoted(db));
  expect(await noted()).toBe(0);
  expect(await db.copyState.toCollection().primaryKeys()).toEqual([1]);
  for (const table of [db.replica, db.outbox, db.syncState, db.synced]) {
    expect(await table.count(), table.name).toBe(0);
  }
  await expect(store.capture()).rejects.toThrow(SyncIsOff);
});

test('what the copy has waits for sync, and what sync has for the copy', async () => {
  const { db, store, star, noted } = library();
  await nameDatabase(db, { database: 'd', through: 0 });
  await store.begin('Laptop');
  await store.endJoining();
  await star(1);
  await forgetCopied(db, await lastNoted(db));
  expect(await noted()).toBe(1);
  await store.capture();
  expect(await noted()).toBe(0);
  await star(2);
  await store.capture();
  expect(await noted()).toBe(1);
  await forgetCopied(db, await lastNoted(db));
  expect(await noted()).toBe(0);
  const { self } = await store.load();
  expect(self.outbox.map(({ records }) => records.map((one) => one.id))).toEqual([
    [id(1)],
    [id(2)],
  ]);
});

test('a worker that has just started knows what was captured; a machine that left knows nothing', async () => {
  const { db, store, star } = library();
  await star(1);
  await store.begin('Laptop');
  await store.endJoining();
  const again = new DatabaseSyncStore(db, toolsOf(randomOf(8)));
  expect(await again.load()).toEqual(await store.load());
  await again.end();
  await expect(store.capture()).rejects.toThrow(SyncIsOff);
  expect((await db.bookmarks.get(id(1)))?.annotation.starred).toBe(true);
  expect(await db.replica.count()).toBe(0);
});

test('where nothing waits, no star waits for a capture; one change is one transaction', async () => {
  const { db, store, star } = library();
  let writing = 0;
  db.use({
    stack: 'dbcore',
    name: 'counting',
    create: (core) => ({
      ...core,
      transaction: (tables, mode, options) => {
        if (mode === 'readwrite') writing += 1;
        return core.transaction(tables, mode, options);
      },
    }),
  });
  await store.begin('Laptop');
  await store.endJoining();
  writing = 0;
  await store.capture();
  expect(writing).toBe(0);
  await star(1);
  writing = 0;
  await store.capture();
  expect(writing).toBe(1);
  expect((await store.load()).self.outbox).toHaveLength(1);
});

test('whoever ends sync leaves no list of changes that the copy has already', async () => {
  const { db, store, star, noted } = library();
  await nameDatabase(db, { database: 'd', through: 0 });
  await store.begin('Laptop');
  await store.endJoining();
  await star(1);
  await forgetCopied(db, await lastNoted(db));
  await store.end();
  expect(await noted()).toBe(0);
});

test('what is said about papers that come the greatest ids first is found beside all that is written later', async () => {
  const { db } = library();
  const said = (n: number): Replica => ({
    elements: [{ register: 'note', dot: 'aa.1.bb', value: [`note ${n}`, null] }],
  });
  const all = new Map(Array.from({ length: 500 }, (_, n) => [id(n), said(n)] as const));
  const some = (from: number, to: number) => new Map([...all].slice(from, to));
  await db.transaction('rw', db.replica, async () => {
    for (const [from, to] of [
      [440, 490],
      [200, 440],
      [150, 200],
    ] as const) {
      expect(await isNothingUpTo(db.replica, id(to - 1))).toBe(true);
      await addReplicas(db.replica, some(from, to));
    }
    expect(await isNothingUpTo(db.replica, id(149))).toBe(true);
    expect(await isNothingUpTo(db.replica, id(150))).toBe(false);
    await writeReplicas(db.replica, some(0, 150));
    await writeReplicas(db.replica, some(430, 500));
  });
  expect(await replicasOf(db.replica, all.keys())).toEqual(all);
  const rows = await db.replica.toArray();
  expect(rows.flatMap(({ papers }) => papers.map((paper) => paper.id))).toEqual([...all.keys()]);
});

test('what was said about neighbouring papers is one row, and no row is long', async () => {
  const { db } = library();
  const said = (n: number): Replica => ({
    elements: [{ register: 'note', dot: 'aa.1.bb', value: [`note ${n}`, null] }],
  });
  const all = new Map(Array.from({ length: 500 }, (_, n) => [id(n), said(n)] as const));
  await db.transaction('rw', db.replica, async () => {
    await writeReplicas(db.replica, new Map([...all].slice(100, 300)));
    for (const entry of [...all].reverse()) await writeReplicas(db.replica, new Map([entry]));
  });
  const rows = await db.replica.toArray();
  expect(Math.max(...rows.map(({ papers }) => papers.length))).toBeLessThanOrEqual(96);
  expect(rows.length).toBeLessThan(20);
  expect(await replicasOf(db.replica, all.keys())).toEqual(all);
  await db.transaction('rw', db.replica, () =>
    writeReplicas(db.replica, new Map([...all.keys()].map((one) => [one, { elements: [] }]))),
  );
  expect(await db.replica.count()).toBe(0);
});
