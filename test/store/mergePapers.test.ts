import { expect, test } from 'vitest';
import { mergePapers } from '../../lib/store/commands/mergePapers';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { showPapers } from '../../lib/store/commands/showPapers';
import { undoStep } from '../../lib/store/commands/undoStep';
import { freshDatabase, id, paper, ticking } from './support';

const now = ticking();
const [from, into] = [id(1), id(2)];

async function library(said: { from?: object; into?: object }) {
  const db = freshDatabase();
  for (const [n, patch] of [
    [1, said.from],
    [2, said.into],
  ] as const) {
    const told = paper(n, n === 1 ? { venue: 'COLM', abstract: 'Only here.' } : { version: 2 });
    await showPapers(db, { address: 'https://arxiv.org/abs', ids: [], papers: [told] }, now);
    if (patch) await patchAnnotation(db, { id: id(n), patch, paper: told }, now);
  }
  const all = async () => ({
    bookmarks: (await db.bookmarks.toArray()).map(({ id: of, annotation }) => ({ of, annotation })),
    facts: await db.papers.get(into),
    count: (await db.counts.get('all'))?.count ?? (await db.bookmarks.count()),
  });
  return { db, all };
}

test('two bookmarks become one: facts, tags and notes of both; one undo brings both back', async () => {
  const { db, all } = await library({
    from: { starred: true, addTags: ['a'], note: 'One.' },
    into: { status: 'read', addTags: ['b'], note: 'Two.' },
  });
  const before = await all();
  const step = await mergePapers(db, { from, into }, now);
  const [only, ...others] = (await all()).bookmarks;
  expect(others).toEqual([]);
  expect(only).toMatchObject({ of: into, annotation: { starred: true, status: 'read' } });
  expect(only?.annotation.tags.toSorted()).toEqual(['a', 'b']);
  expect(only?.annotation.note).toContain('One.');
  expect(only?.annotation.note).toContain('Two.');
  expect((await all()).facts?.paper).toMatchObject({ id: into, venue: 'COLM', version: 2 });
  await undoStep(db, step ?? 0);
  expect(await all()).toEqual(before);
});

test('a paper that was only seen gets what was said about the other', async () => {
  const { db, all } = await library({ from: { starred: true, note: 'One.' } });
  await mergePapers(db, { from, into }, now);
  expect((await all()).bookmarks).toMatchObject([{ of: into, annotation: { note: 'One.' } }]);
});

test('twice is once; without a bookmark, or with itself, nothing changes; an unknown paper is missing', async () => {
  const { db, all } = await library({ from: { starred: true } });
  expect(await mergePapers(db, { from, into: id(9) }, now)).toBeUndefined();
  expect(await mergePapers(db, { from: id(9), into }, now)).toBeNull();
  expect(await mergePapers(db, { from, into: from }, now)).toBeNull();
  expect((await all()).bookmarks).toHaveLength(1);
  await mergePapers(db, { from, into }, now);
  const once = await all();
  expect(await mergePapers(db, { from, into }, now)).toBeNull();
  expect(await all()).toEqual(once);
});
