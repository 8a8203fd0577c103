import { expect, test } from 'vitest';
import type { SearchesAndColours } from '../../lib/papers/searchesAndColours';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { deleteSearch, saveSearch } from '../../lib/store/commands/searches';
import { colourTag } from '../../lib/store/commands/tags';
import type { AsterismDatabase } from '../../lib/store/database';
import { bookmark, clock, freshDatabase, undo } from './support';

const { now } = clock();
const AT = '2026-01-01T00:00:00.000Z';
const SEARCHES_AND_COLOURS: SearchesAndColours = {
  searches: [
    { name: 'New', query: 'is:unread', savedAt: AT },
    { name: 'RL', query: 'tag:rl', savedAt: AT },
  ],
  colours: [
    { key: 'rl', tag: 'RL', colour: 'blue' },
    { key: 'ml', tag: 'ml', colour: 'red' },
  ],
};
const all = async (db: AsterismDatabase): Promise<SearchesAndColours> => ({
  searches: await db.searches.toArray(),
  colours: await db.colours.toArray(),
});

async function bring(db: AsterismDatabase, papers: number, name = 'i') {
  for (let part = 0; part < papers; part++) {
    await stagePart(db, { import: name, part, bookmarks: [bookmark(part)] }, now);
  }
  await stagePart(
    db,
    { import: name, part: papers, bookmarks: [], shelves: SEARCHES_AND_COLOURS },
    now,
  );
  return applyImport(db, name, now);
}

test('saved searches and colours come in with the papers, and go with them in one step', async () => {
  const db = freshDatabase();
  const outcome = await bring(db, 2);
  expect(outcome).toEqual({ added: 2, merged: 0, same: 0, searches: 2, colours: 2, undo: 1 });
  expect(await all(db)).toEqual({
    searches: SEARCHES_AND_COLOURS.searches,
    colours: SEARCHES_AND_COLOURS.colours.toReversed(), // by key
  });
  await undo(db, outcome.undo);
  expect(await all(db)).toEqual({ searches: [], colours: [] });
  expect(await db.bookmarks.count()).toBe(0);
});

test('what is there is never replaced, and taking the import back leaves it', async () => {
  const db = freshDatabase();
  await saveSearch(db, { name: 'RL', query: 'mine' }, now);
  await colourTag(db, 'Ml', 'green', now);
  const before = await all(db);
  const outcome = await bring(db, 0);
  expect(outcome).toMatchObject({ added: 0, searches: 1, colours: 1 });
  const after = await all(db);
  expect(after.searches).toContainEqual(before.searches[0]);
  expect(after.colours).toContainEqual(before.colours[0]);
  await undo(db, outcome.undo);
  expect(await all(db)).toEqual(before);
});

test('the same again changes nothing, and there is nothing to take back', async () => {
  const db = freshDatabase();
  await bring(db, 1, 'first');
  expect(await bring(db, 1, 'second')).toEqual({
    added: 0,
    merged: 0,
    same: 1,
    searches: 0,
    colours: 0,
    undo: null,
  });
});

test('taking the import back leaves what the reader made of it since', async () => {
  const db = freshDatabase();
  const { undo: step } = await bring(db, 0);
  await saveSearch(db, { name: 'New', query: 'is:unread tag:rl' }, now);
  await deleteSearch(db, 'RL');
  await colourTag(db, 'rl', 'pink', now);
  await undo(db, step);
  const { searches, colours } = await all(db);
  expect(searches.map(({ query }) => query)).toEqual(['is:unread tag:rl']);
  expect(colours.map(({ colour }) => colour)).toEqual(['pink']);
});
