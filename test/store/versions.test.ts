import { expect, test } from 'vitest';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { showPapers } from '../../lib/store/commands/showPapers';
import { undoStep } from '../../lib/store/commands/undoStep';
import { freshDatabase, id, paper, ticking } from './support';

const now = ticking();

function library() {
  const db = freshDatabase();
  const show = (version: number, versionRead?: number) =>
    showPapers(
      db,
      {
        address: 'https://arxiv.org/abs',
        ids: [id(1)],
        papers: [paper(1, { version, versionRead })],
      },
      now,
    );
  const say = (patch: object, told?: { version?: number; versionRead?: number }) =>
    patchAnnotation(db, { id: id(1), patch, ...(told && { paper: paper(1, told) }) }, now);
  const versions = async () => {
    const row = await db.papers.get(id(1));
    return [row?.paper.version, row?.paper.versionRead];
  };
  return { db, show, say, versions };
}

test('a star keeps the version that was there, and what pages show later does not change it', async () => {
  const { show, say, versions } = library();
  await show(1);
  await say({ starred: true });
  expect(await versions()).toEqual([1, 1]);
  await show(3);
  expect(await versions()).toEqual([3, 1]);
  await say({ addTags: ['a'] });
  expect(await versions()).toEqual([3, 1]);
  await say({ status: 'read' });
  expect(await versions()).toEqual([3, 3]);
});

test('the version that a page shows is the reader’s, though there are newer ones', async () => {
  const { show, say, versions } = library();
  await show(4, 2);
  expect(await versions()).toEqual([4, undefined]); // only seen
  await say({ starred: true }, { version: 4, versionRead: 2 });
  expect(await versions()).toEqual([4, 2]);
});

test('to say again that it is read takes the newest, and nothing else changes', async () => {
  const { db, show, say, versions } = library();
  await show(1);
  await say({ status: 'read' });
  const before = await db.bookmarks.get(id(1));
  await show(2);
  await say({ status: 'read' });
  expect(await versions()).toEqual([2, 2]);
  expect(await db.bookmarks.get(id(1))).toEqual(before);
});

test('undoing a star takes back the version that came with it', async () => {
  const { db, show, say, versions } = library();
  await show(2);
  const done = await say({ starred: true });
  await undoStep(db, done?.undo ?? 0);
  expect((await db.bookmarks.get(id(1)))?.annotation).toBeUndefined();
  expect((await versions())[0]).toBe(2);
});

test.each([
  ['starred', { starred: true }],
  ['begun', { status: 'reading' as const }],
  ['read', { status: 'read' as const }],
])('what was %s before its version was known takes the first that is shown', async (_, patch) => {
  const { db, show, say, versions } = library();
  await showPapers(db, { address: 'https://x.example', ids: [id(1)], papers: [paper(1)] }, now);
  await say(patch);
  expect(await versions()).toEqual([undefined, undefined]);
  await show(2);
  expect(await versions()).toEqual([2, 2]);
  await show(4);
  expect(await versions()).toEqual([4, 2]);
});

test('of a bookmark that came from elsewhere with a version, that one is taken and not a later one', async () => {
  const { db, show, say, versions } = library();
  await show(1);
  await say({ starred: true });
  const row = await db.papers.get(id(1));
  if (row) await db.papers.put({ ...row, paper: paper(1, { version: 1 }) });
  await show(3);
  expect(await versions()).toEqual([3, 1]);
});

test.each([
  ['kept for later', { status: 'to-read' as const }],
  ['only tagged', { addTags: ['a'] }],
])('what was %s is in no hand: its version is not noted', async (_, patch) => {
  const { show, say, versions } = library();
  await say(patch, {});
  await show(2);
  await show(4);
  expect(await versions()).toEqual([4, undefined]);
});
