import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraryEncoder } from '../../lib/formats/json/encode';
import { emptyAnnotation, isEmpty } from '../../lib/papers/annotation';
import type { Bookmark, Incoming } from '../../lib/papers/bookmark';
import type { Paper } from '../../lib/papers/paper';
import { statedBy } from '../../lib/papers/sources';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { showPapers } from '../../lib/store/commands/showPapers';
import type { AsterismDatabase } from '../../lib/store/database';
import { annotation, paper as anyPaper, extra } from '../unit/arbitraries';
import {
  bookmark,
  factsIn,
  fill,
  freshDatabase,
  id,
  libraryOf,
  paper,
  patch,
  ticking,
  undo,
} from './support';

const META = { exportedAt: '2026-10-01T08:00:00.000Z', app: { name: 'Asterism', version: '0' } };

/** What the library exports about some papers, byte for byte. */
async function exported(db: AsterismDatabase, numbers: readonly number[]): Promise<string> {
  const encoder = libraryEncoder(META);
  const ids = new Set(numbers.map(id));
  return encoder.records((await libraryOf(db)).filter((one) => ids.has(one.paper.id)));
}

/** All that is kept of some papers elsewhere: in the trash, and as facts. */
async function elsewhere(db: AsterismDatabase, numbers: readonly number[]) {
  const ids = numbers.map(id);
  return { trash: await db.trash.bulkGet(ids), facts: await db.papers.bulkGet(ids) };
}

async function imported(
  db: AsterismDatabase,
  bookmarks: Incoming[],
  now: () => Date,
): Promise<number | null> {
  const name = crypto.randomUUID();
  await stagePart(db, { import: name, part: 0, bookmarks }, now);
  return (await applyImport(db, name, now)).undo;
}

const named = (n: number, title: string, tags: string[] = []): Incoming => ({
  paper: statedBy('bibliography', { ...paper(n), title, abstract: 'An abstract.' }),
  annotation: { ...emptyAnnotation('2026-01-01T00:00:00.000Z'), status: 'to-read', tags },
});

test('undo takes back the tags, and the title and the facts with them', async () => {
  const db = freshDatabase();
  const known = {
    ...bookmark(1, { tags: ['mine'], note: 'N' }),
    paper: statedBy('link', paper(1)),
  };
  await fill(db, [known]);
  const before = await exported(db, [1]);
  const step = await imported(db, [named(1, 'A title from a file', ['theirs'])], ticking());
  expect(await exported(db, [1])).toContain('A title from a file');
  await undo(db, step);
  expect(await exported(db, [1])).toBe(before);
});

test('where facts alone changed there is an undo too', async () => {
  const db = freshDatabase();
  await fill(db, [bookmark(1)]);
  const before = await exported(db, [1]);
  const told: Incoming = { ...bookmark(1), paper: { ...paper(1), abstract: 'An abstract.' } };
  const step = await imported(db, [told], ticking());
  expect(step).not.toBeNull();
  expect((await factsIn(db, 1))?.abstract).toBe('An abstract.');
  await undo(db, step);
  expect(await exported(db, [1])).toBe(before);
});

test('what a page has stated since stays', async () => {
  const db = freshDatabase();
  const now = ticking();
  await fill(db, [{ ...bookmark(1), paper: statedBy('link', paper(1)) }]);
  const step = await imported(db, [named(1, 'A title from a file')], now);
  const stated = { ...paper(1), title: 'What the page says' };
  await showPapers(db, { address: 'https://arxiv.org/', ids: [id(1)], papers: [stated] }, now);
  await undo(db, step);
  const facts = await factsIn(db, 1);
  expect(facts?.title).toBe('What the page says');
  expect(facts?.abstract).toBeUndefined();
});

test('a paper that was only in the history is there as it was', async () => {
  const db = freshDatabase();
  const now = ticking();
  await showPapers(db, { address: 'https://arxiv.org/', ids: [id(1)], papers: [paper(1)] }, now);
  const before = await elsewhere(db, [1]);
  const step = await imported(db, [named(1, 'A title from a file')], now);
  await undo(db, step);
  expect(await elsewhere(db, [1])).toEqual(before);
  expect(await libraryOf(db)).toEqual([]);
});

test('a tick that is sent again after an import of facts alone does not offer to take the import back', async () => {
  const db = freshDatabase();
  const now = ticking();
  await patch(db, 1, { starred: true }, now);
  const told: Incoming = { ...bookmark(1), paper: { ...paper(1), abstract: 'An abstract.' } };
  told.annotation = (await libraryOf(db))[0]?.annotation ?? told.annotation;
  expect(await imported(db, [told], now)).not.toBeNull();
  expect((await patch(db, 1, { starred: true }, now)).undo).toBeNull();
});

const NUMBERS = [1, 2, 3, 4, 5, 6] as const;
const some = fc.subarray([...NUMBERS]);

/** Any bookmark of one of the papers that says something. */
const anyBookmark = (n: number): fc.Arbitrary<Bookmark> =>
  fc
    .record({ paper: anyPaper(id(n)), annotation, extra })
    .filter((one) => !isEmpty(one.annotation))
    .map(({ extra: unknown, ...one }) =>
      unknown === undefined ? one : { ...one, extra: unknown },
    );

const each = <T>(of: (n: number) => fc.Arbitrary<T>) =>
  some.chain((numbers) => fc.tuple(...numbers.map(of)));

test('after an undo the library exports what it did, byte for byte, whatever was imported and whatever else was done', async () => {
  await fc.assert(
    fc.asyncProperty(
      each(anyBookmark),
      some,
      each((n) => anyPaper(id(n))),
      each((n) => fc.tuple(anyBookmark(n), fc.boolean())),
      some,
      async (library, removed, shown, files, edited) => {
        const db = freshDatabase();
        const now = ticking();
        await fill(db, library);
        const show = (papers: Paper[]) =>
          showPapers(
            db,
            { address: 'https://a.org/', ids: papers.map((one) => one.id), papers },
            now,
          );
        await show(shown);
        for (const n of removed) await removeBookmark(db, id(n), now);
        const untouched = NUMBERS.filter((n) => !edited.includes(n));
        const before = [await exported(db, untouched), await elsewhere(db, untouched)];

        const bookmarks = files.map(([one, isImplied]) =>
          isImplied ? { ...one, isImplied } : one,
        );
        const step = await imported(db, bookmarks, now);
        for (const n of edited) {
          await patch(db, n, { addTags: ['since'], note: 'since' }, now);
          await show([{ ...paper(n), title: 'Since' }]);
          if (n % 2 === 0) await removeBookmark(db, id(n), now);
        }
        const since = await exported(db, edited);
        if (step !== null) {
          await undo(db, step);
          await undo(db, step); // sent again
        }
        expect([await exported(db, untouched), await elsewhere(db, untouched)]).toEqual(before);
        for (const n of edited.filter((one) => one % 2 === 1)) {
          expect(since).toContain('"since"');
          expect(await exported(db, [n])).toContain('"title":"Since"');
          expect(await exported(db, [n])).toContain('"note":"since');
        }
        db.close();
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
