import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { emptyTrash, purgeTrash } from '../../lib/store/commands/emptyTrash';
import { two } from './cycling';

/** Three papers that one machine has removed, and that are in the trash of both. */
async function trashed() {
  const { laptop, desktop, bothSync } = await two();
  await bothSync();
  for (let n = 0; n < 3; n++) await laptop.say(n, { note: `note ${n}` });
  await bothSync();
  for (let n = 0; n < 3; n++) await laptop.remove(n);
  await bothSync();
  const counts = () => Promise.all([laptop, desktop].map(({ db }) => db.trash.count()));
  expect(await counts()).toEqual([3, 3]);
  return { laptop, desktop, bothSync, counts };
}

test('a trash that is emptied on one machine is emptied on the others, and nothing more is kept about it', async () => {
  const { laptop, desktop, bothSync, counts } = await trashed();
  await emptyTrash(desktop.db, 'all');
  await bothSync();
  expect(await counts()).toEqual([0, 0]);
  for (const { db } of [laptop, desktop]) {
    expect(await db.replica.count()).toBe(0);
    expect(await db.papers.count()).toBe(0);
  }
});

test('what expires says nothing: a clock that is a year ahead empties no other trash', async () => {
  const { desktop, bothSync, counts } = await trashed();
  await purgeTrash(desktop.db, new Date('2099-01-01T00:00:00.000Z'));
  await bothSync();
  expect(await counts()).toEqual([3, 0]);
});

test('one paper that is deleted for good leaves the others', async () => {
  const { desktop, bothSync, counts } = await trashed();
  const [id] = await desktop.db.trash.toCollection().primaryKeys();
  await emptyTrash(desktop.db, id === undefined ? [] : [id]);
  await bothSync();
  expect(await counts()).toEqual([2, 2]);
});
