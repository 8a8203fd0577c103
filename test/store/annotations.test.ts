import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../../lib/store/commands/annotations';
import { clearHistory } from '../../lib/store/commands/evict';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { showPapers } from '../../lib/store/commands/showPapers';
import { tagsInUse } from '../../lib/store/commands/tagsInUse';
import { AsterismDatabase } from '../../lib/store/database';
import { bookmark, clock, factsIn, freshDatabase, id, paper, patch, ticking } from './support';

describe('patching', () => {
  test('a patch is answered after it is stored: another connection reads it', async () => {
    const db = freshDatabase();
    const { annotation } = await patch(db, 1, { starred: true }, clock().now);
    const other = new AsterismDatabase(db.name);
    expect((await other.bookmarks.get(id(1)))?.annotation).toEqual(annotation);
    other.close();
  });

  test('two patches of two fields both win, whichever tab they come from', async () => {
    const db = freshDatabase();
    const other = new AsterismDatabase(db.name);
    const now = ticking();
    await Promise.all([
      patch(db, 1, { starred: true }, now),
      patch(other, 1, { addTags: ['rl'] }, now),
      patch(db, 1, { note: 'read this' }, now),
      patch(other, 1, { status: 'reading' }, now),
    ]);
    other.close();
    expect((await annotationsOf(db, [id(1)]))[id(1)]).toMatchObject({
      starred: true,
      tags: ['rl'],
      note: 'read this',
      status: 'reading',
    });
  });

  test('patches are written in the order they were sent', async () => {
    const db = freshDatabase();
    const now = ticking();
    await Promise.all(['a', 'ab', 'abc', 'abcd'].map((note) => patch(db, 1, { note }, now)));
    expect((await annotationsOf(db, [id(1)]))[id(1)]?.note).toBe('abcd');
  });

  test('a bookmark keeps its facts when the history goes: of the history and of the sender the fuller', async () => {
    const db = freshDatabase();
    const { now } = clock();
    const seen = paper(1, { abstract: 'The whole abstract' });
    await showPapers(
      db,
      { address: 'https://huggingface.co/papers', ids: [id(1)], papers: [seen] },
      now,
    );
    const told = paper(1, { publishedAt: '2026-04-01' });
    await patchAnnotation(db, { id: id(1), patch: { starred: true }, paper: told }, now);
    await clearHistory(db);
    expect(await factsIn(db, 1)).toEqual({ ...seen, ...told });
  });

  test('a paper that is unknown everywhere cannot be annotated; a patch that says nothing needs none', async () => {
    const db = freshDatabase();
    const { now } = clock();
    expect(await patchAnnotation(db, { id: id(1), patch: { starred: true } }, now)).toBeNull();
    expect(await patchAnnotation(db, { id: id(1), patch: { starred: false } }, now)).toMatchObject({
      annotation: { starred: false },
      undo: null,
    });
    expect(await db.bookmarks.count()).toBe(0);
  });

  test('an annotation that no longer says anything is not a bookmark', async () => {
    const db = freshDatabase();
    const now = ticking();
    await patch(db, 1, { starred: true, note: 'x' }, now);
    await patch(db, 1, { starred: false }, now);
    expect(await db.bookmarks.count()).toBe(1);
    await patch(db, 1, { note: ' ' }, now);
    expect(await db.bookmarks.count()).toBe(0);
  });

  test('a patch that is sent again changes nothing and finds its step again', async () => {
    const db = freshDatabase();
    const now = ticking();
    const first = await patch(db, 1, { starred: true, addTags: ['rl'] }, now);
    expect(await patch(db, 1, { starred: true, addTags: ['rl'] }, now)).toEqual(first);
    const unstarred = await patch(db, 1, { starred: false, removeTags: ['rl'] }, now);
    const again = await patchAnnotation(
      db,
      { id: id(1), patch: { starred: false, removeTags: ['rl'] } },
      now,
    );
    expect(again).toMatchObject({ annotation: { starred: false }, undo: unstarred.undo });
    expect(await db.steps.count()).toBe(2);
  });

  test('a patch that changes nothing finds no step of another paper, of many papers, or of another state', async () => {
    const db = freshDatabase();
    const now = ticking();
    await patch(db, 1, { starred: true }, now);
    await patch(db, 2, { starred: true }, now);
    expect((await patch(db, 1, { starred: true }, now)).undo).toBeNull();
    await patch(db, 2, { note: 'since' }, now);
    expect((await patch(db, 2, { starred: true }, now)).undo).toBe(2); // the note is no part of that step
    await db.bookmarks.update(id(2), { 'annotation.starredAt': '2026-06-01T00:00:00.000Z' });
    expect((await patch(db, 2, { starred: true }, now)).undo).toBeNull();
    const bookmarks = [bookmark(3), bookmark(4)];
    await stagePart(db, { import: 'i', part: 0, bookmarks }, now);
    await applyImport(db, 'i', now);
    expect((await patch(db, 3, { starred: true }, now)).undo).toBeNull();
  });

  test('typing a note is not a step', async () => {
    const db = freshDatabase();
    const now = ticking();
    expect((await patch(db, 1, { note: 'a' }, now)).undo).toBeNull();
    expect((await patch(db, 1, { note: 'ab' }, now)).undo).toBeNull();
    expect(await db.steps.count()).toBe(0);
  });

  test('a note typed over an older text replaces no other one, and the same twice is the same as once', async () => {
    const db = freshDatabase();
    const now = ticking();
    await patch(db, 1, { note: 'mine', noteWas: '' }, now);
    await patch(db, 1, { note: 'theirs', noteWas: '' }, now);
    const typed = { note: 'mine, too', noteWas: 'mine' };
    const once = await patch(db, 1, typed, now);
    expect(once.annotation.note).toBe('theirs\n\n---\n\nmine, too');
    expect(await patch(db, 1, typed, now)).toEqual(once);
    expect(once.undo).toBeNull();
    expect(await db.steps.count()).toBe(0);
  });

  test('fields that an import brought and this version does not know survive a patch', async () => {
    const db = freshDatabase();
    await patch(db, 1, { starred: true }, clock().now);
    await db.bookmarks.update(id(1), { extra: { rating: 5 } });
    await patch(db, 1, { status: 'read' }, clock().now);
    expect((await db.bookmarks.get(id(1)))?.extra).toEqual({ rating: 5 });
  });
});

test('removing takes the bookmark out with all it has, once', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true, addTags: ['rl'], note: 'x' }, now);
  const step = await removeBookmark(db, id(1), now);
  expect(step).toBeGreaterThan(0);
  expect(await db.bookmarks.count()).toBe(0);
  expect(await removeBookmark(db, id(1), now)).toBe(step); // sent again: the same step
  expect(await removeBookmark(db, id(2), now)).toBeNull();
});

test('tags in use are counted, most used first; spellings of one tag are one', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { addTags: ['rl', 'agents'] }, now);
  await patch(db, 2, { addTags: ['RL', 'vision'] }, now);
  await patch(db, 3, { addTags: ['rl'] }, now);
  expect(await tagsInUse(db)).toEqual([
    { tag: 'rl', count: 3 },
    { tag: 'agents', count: 1 },
    { tag: 'vision', count: 1 },
  ]);
});
