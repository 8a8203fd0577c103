import { expect, test } from 'vitest';
import { showPapers } from '../../lib/store/commands/showPapers';
import { clock, factsIn, freshDatabase, HOUR, id, paper, patch } from './support';

const address = 'https://huggingface.co/papers/date/2026-04-16';

test('a paper that is shown is in the history: when and where first, when and where last', async () => {
  const db = freshDatabase();
  const { now, pass } = clock();
  await showPapers(db, { address, ids: [id(1)], papers: [paper(1)] }, now);
  pass(2 * HOUR);
  await showPapers(
    db,
    { address: 'https://huggingface.co/papers?q=x', ids: [id(1)], papers: [paper(1)] },
    now,
  );
  expect(await db.history.toArray()).toEqual([
    {
      id: id(1),
      firstSeenAt: '2026-05-01T00:00:00.000Z',
      firstSeenOn: address,
      lastSeenAt: '2026-05-01T02:00:00.000Z',
      lastSeenOn: 'https://huggingface.co/papers?q=x',
    },
  ]);
  expect(await factsIn(db, 1)).toEqual(paper(1));
});

test('a fuller abstract is never replaced by a shorter one, a known date never by none', async () => {
  const db = freshDatabase();
  const { now } = clock();
  const full = paper(1, { abstract: 'All of it, to the end.', publishedAt: '2026-04-01' });
  await showPapers(db, { address, ids: [id(1)], papers: [full] }, now);
  const less = paper(1, { abstract: 'All of it…', upvotes: 7 });
  await showPapers(db, { address, ids: [id(1)], papers: [less] }, now);
  expect(await factsIn(db, 1)).toEqual({ ...full, upvotes: 7 });
});

test('the facts of a bookmark are refreshed and copied again, its own row stays as it is', async () => {
  const db = freshDatabase();
  const { now } = clock();
  const { annotation } = await patch(db, 1, { starred: true }, now);
  const before = await db.bookmarks.get(id(1));
  await db.uncopied.clear();
  const fuller = paper(1, { publishedAt: '2026-04-01', upvotes: 12 });
  const shown = await showPapers(db, { address, ids: [id(1)], papers: [fuller] }, now);
  expect(shown).toEqual({ [id(1)]: annotation });
  expect(await factsIn(db, 1)).toEqual(fuller);
  expect(await db.bookmarks.get(id(1))).toEqual(before);
  expect((await db.uncopied.toArray()).flatMap(({ ids }) => ids)).toEqual([id(1)]);
});

test('all ids are answered, also those whose facts were told before; an unreadable paper stops nothing', async () => {
  const db = freshDatabase();
  const { now } = clock();
  const { annotation } = await patch(db, 1, { addTags: ['rl'] }, now);
  const ids = [id(1), id(2), id(3)];
  const shown = await showPapers(db, { address, ids, papers: [null, paper(3)] }, now);
  expect(shown).toEqual({ [id(1)]: annotation });
  expect(await db.history.toCollection().primaryKeys()).toEqual([id(3)]);
});

test('a paper told twice in one batch is one row', async () => {
  const db = freshDatabase();
  const { now } = clock();
  const papers = [paper(1, { abstract: 'Long enough' }), paper(1, { abstract: 'Long' })];
  await showPapers(db, { address, ids: [id(1)], papers }, now);
  expect((await db.papers.toArray()).map((row) => row.paper.abstract)).toEqual(['Long enough']);
});

test('seeing the same again within the hour writes nothing', async () => {
  const db = freshDatabase();
  const { now, pass } = clock();
  await patch(db, 1, { starred: true }, now);
  const page = { address, ids: [id(1), id(2)], papers: [paper(1), paper(2)] };
  await showPapers(db, page, now);
  let writes = 0;
  for (const table of [db.history, db.papers, db.bookmarks]) {
    table.hook('updating', () => {
      writes += 1;
    });
    table.hook('creating', () => {
      writes += 1;
    });
  }
  pass(HOUR - 1);
  await showPapers(db, page, now);
  expect(writes).toBe(0);
  pass(1);
  await showPapers(db, page, now);
  expect(writes).toBe(2); // "last seen" of two papers
});
