import { expect, test } from 'vitest';
import { emptyAnnotation } from '../../lib/papers/annotation';
import type { Incoming } from '../../lib/papers/bookmark';
import { placeholderTitle } from '../../lib/papers/paper';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { showPapers } from '../../lib/store/commands/showPapers';
import type { AsterismDatabase } from '../../lib/store/database';
import { clock, factsIn, freshDatabase, id, paper, patch, undo } from './support';

const { now } = clock();

/** A paper that a list of links names. */
function named(n: number): Incoming {
  return {
    paper: { id: id(n), title: placeholderTitle(id(n)), authors: [] },
    annotation: { ...emptyAnnotation(now().toISOString()), status: 'to-read' },
    isImplied: true,
  };
}

async function bringIn(db: AsterismDatabase, name: string, bookmarks: Incoming[]) {
  await stagePart(db, { import: name, part: 0, bookmarks }, now);
  return applyImport(db, name, now);
}

test('a paper that is only named comes in to be read, with the facts that the history has', async () => {
  const db = freshDatabase();
  const facts = paper(1, { title: 'Seen on a listing', abstract: 'All of it.' });
  await showPapers(
    db,
    { address: 'https://huggingface.co/papers', ids: [id(1)], papers: [facts] },
    now,
  );
  expect(await bringIn(db, 'i', [named(1), named(2)])).toMatchObject({ added: 2 });
  const known = await db.bookmarks.get(id(1));
  expect(await factsIn(db, 1)).toEqual(facts);
  expect((await factsIn(db, 2))?.title).toBe('arXiv 2504.00002');
  expect(known?.annotation).toMatchObject({ status: 'to-read', statusAt: null });
  expect(known).not.toHaveProperty('isImplied');
});

test('the same list again changes nothing, nor does it undo what the reader did since', async () => {
  const db = freshDatabase();
  await bringIn(db, 'first', [named(1), named(2), named(3)]);
  await patch(db, 1, { status: 'read' }, now);
  await patch(db, 2, { starred: true, status: null }, now);
  const before = await db.bookmarks.toArray();
  expect(await bringIn(db, 'second', [named(1), named(2), named(3)])).toMatchObject({
    added: 0,
    merged: 0,
    same: 3,
    undo: null,
  });
  expect(await db.bookmarks.toArray()).toEqual(before);
});

test('a paper in the trash that a list names comes back as it was, and undo puts it there again', async () => {
  const db = freshDatabase();
  await patch(db, 1, { addTags: ['mine'], note: 'my note' }, now);
  await removeBookmark(db, id(1), now);
  const { undo: step } = await bringIn(db, 'i', [named(1)]);
  expect((await db.bookmarks.get(id(1)))?.annotation).toMatchObject({
    status: null,
    tags: ['mine'],
    note: 'my note',
  });
  expect(await db.trash.count()).toBe(0);
  await undo(db, step);
  expect(await db.bookmarks.count()).toBe(0);
  expect((await db.trash.get(id(1)))?.annotation.note).toBe('my note');
});
