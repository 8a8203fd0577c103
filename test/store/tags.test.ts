import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Answer, Request } from '../../lib/messages/contract';
import { openReader } from '../../lib/store/reader';
import { createHandlers, type LibraryHandlers } from '../../lib/worker/handlers';
import { clock, freshDatabase, id, patch } from './support';

beforeEach(() => fakeBrowser.reset());

/** A library of three papers with tags, and two of the tags in colour. */
async function start() {
  const db = freshDatabase();
  const time = clock();
  await patch(db, 1, { addTags: ['ml', 'ml/rl'], note: 'x' }, time.now);
  await patch(db, 2, { addTags: ['ML', 'vision'] }, time.now);
  await patch(db, 3, { addTags: ['mlops'] }, time.now);
  const handlers = createHandlers({ db, now: time.now, log: (_, error) => Promise.reject(error) });
  const ask = async <N extends keyof LibraryHandlers>(
    name: N,
    request: Request<N>,
  ): Promise<Answer<N>> => {
    const result = await handlers[name](request, { kind: 'page' });
    if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
    return result.value as Answer<N>; // the answer to this message
  };
  await ask('tag.colour', { tag: 'ml', colour: 'blue' });
  await ask('tag.colour', { tag: 'ml/rl', colour: 'red' });
  const reader = await openReader(db.name);
  onTestFinished(() => reader.close());
  const tags = async () => (await db.bookmarks.toArray()).map((row) => row.annotation.tags);
  const colours = async () =>
    Object.fromEntries((await reader.tagColours()).map(({ tag, colour }) => [tag, colour]));
  return { db, time, ask, reader, tags, colours };
}
const job = 'j';

test('renaming a tag renames those below it, on every paper, with their colours; one undo takes all back', async () => {
  const { ask, tags, colours, time } = await start();
  time.pass(1_000);
  const before = [await tags(), await colours()];
  const { changed, undo } = await ask('tag.rename', { job, from: 'Ml', to: 'ai/learning' });
  expect(changed).toBe(2);
  expect(await tags()).toEqual([
    ['ai/learning', 'ai/learning/rl'],
    ['ai/learning', 'vision'],
    ['mlops'],
  ]);
  expect(await colours()).toEqual({ 'ai/learning': 'blue', 'ai/learning/rl': 'red' });
  await ask('step.undo', { step: undo ?? 0 });
  expect([await tags(), await colours()]).toEqual(before);
});

test('a tag that is renamed to another one is merged into it, and that one keeps its colour', async () => {
  const { ask, reader, colours } = await start();
  await ask('tag.colour', { tag: 'vision', colour: 'green' });
  await ask('tag.rename', { job, from: 'ml', to: 'vision' });
  expect(await reader.tags()).toEqual([
    { tag: 'vision', count: 2 },
    { tag: 'mlops', count: 1 },
    { tag: 'vision/rl', count: 1 },
  ]);
  expect(await colours()).toEqual({ vision: 'green', 'vision/rl': 'red' });
});

test('deleting a tag deletes those below it and their colours; undo brings back papers that said nothing else', async () => {
  const { db, ask, tags, colours } = await start();
  await patch(db, 2, { removeTags: ['vision'] }, clock().now);
  const before = [await tags(), await colours()];
  const { changed, undo } = await ask('tag.delete', { job, tag: 'ml' });
  expect(changed).toBe(2);
  expect(await tags()).toEqual([[], ['mlops']]);
  expect(await colours()).toEqual({});
  expect(await db.bookmarks.toCollection().primaryKeys()).toEqual([id(1), id(3)]);
  await ask('step.undo', { step: undo ?? 0 });
  expect([await tags(), await colours()]).toEqual(before);
});

test('a tag that nobody has cannot be renamed: nothing changes, and there is nothing to undo', async () => {
  const { ask, tags } = await start();
  const before = await tags();
  const nothing = { changed: 0, missing: 0, undo: null };
  expect(await ask('tag.rename', { job, from: 'm', to: 'n' })).toEqual(nothing);
  expect(await ask('tag.rename', { job: 'k', from: 'vision', to: 'vision' })).toEqual(nothing);
  expect(await tags()).toEqual(before);
});

test('a colour is set, changed and taken away, whatever the spelling, each with an undo', async () => {
  const { ask, colours } = await start();
  const changed = await ask('tag.colour', { tag: 'ML', colour: 'pink' });
  expect(await colours()).toEqual({ ML: 'pink', 'ml/rl': 'red' });
  expect(await ask('tag.colour', { tag: 'ML', colour: 'pink' })).toEqual({ undo: null });
  const gone = await ask('tag.colour', { tag: 'ml', colour: null });
  expect(await colours()).toEqual({ 'ml/rl': 'red' });
  await ask('step.undo', { step: gone.undo ?? 0 });
  await ask('step.undo', { step: changed.undo ?? 0 });
  expect(await colours()).toEqual({ ml: 'blue', 'ml/rl': 'red' });
});

test('undo of a rename keeps a colour that was chosen since', async () => {
  const { ask, colours } = await start();
  const { undo } = await ask('tag.rename', { job, from: 'ml', to: 'ai' });
  await ask('tag.colour', { tag: 'ai', colour: 'grey' });
  await ask('step.undo', { step: undo ?? 0 });
  expect(await colours()).toEqual({ ai: 'grey', ml: 'blue', 'ml/rl': 'red' });
});

test('a search is saved under its name, replaced by another of the same name, and deleted', async () => {
  const { ask, reader } = await start();
  await ask('search.save', { name: 'To do', query: 'is:unread' });
  expect(await ask('search.save', { name: 'Agents', query: 'tag:agents' })).toEqual({
    searches: 2,
  });
  expect(await ask('search.save', { name: 'To do', query: 'is:reading' })).toEqual({ searches: 2 });
  expect(await reader.searches()).toMatchObject([
    { name: 'Agents', query: 'tag:agents' },
    { name: 'To do', query: 'is:reading' },
  ]);
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await ask('search.delete', { name: 'To do' })).toEqual({ searches: 1 });
  }
});
