import { expect, onTestFinished, test } from 'vitest';
import { decodeLibrary } from '../../lib/formats/json/decode';
import { libraryEncoder } from '../../lib/formats/json/encode';
import { createScorer } from '../../lib/ranking/scoring';
import { searchesAndColoursNow } from '../../lib/store/commands/copying';
import { dismiss, dismissedOf } from '../../lib/store/commands/dismiss';
import { clearHistory } from '../../lib/store/commands/evict';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { showPapers } from '../../lib/store/commands/showPapers';
import type { AsterismDatabase } from '../../lib/store/database';
import { openRanking } from '../../lib/store/rankingReader';
import { openReader } from '../../lib/store/reader';
import { openSearchSource } from '../../lib/store/searchSource';
import { rankPapers } from '../../lib/worker/ranking';
import { createPace } from '../../lib/worker/slices';
import {
  bookmark,
  factsIn,
  freshDatabase,
  id,
  libraryOf,
  paper,
  patch,
  ticking,
  undo,
} from './support';

const now = ticking();
const address = 'https://arxiv.org/list/cs.CL/new';

const say = (db: AsterismDatabase, n: number, dismissed = true) =>
  dismiss(db, { id: id(n), dismissed, paper: paper(n) }, now);
const gone = async (db: AsterismDatabase): Promise<string[]> =>
  (await db.dismissed.toArray()).map((row) => row.id);

test('a dismissed paper is not a bookmark, and its facts stay whatever goes', async () => {
  const db = freshDatabase();
  await showPapers(db, { address, ids: [id(1)], papers: [paper(1)] }, now);
  await say(db, 1);
  expect(await gone(db)).toEqual([id(1)]);
  expect(await libraryOf(db)).toEqual([]);
  await clearHistory(db);
  expect(await factsIn(db, 1)).toEqual(paper(1));
});

test('a paper that nobody knows cannot be dismissed', async () => {
  const db = freshDatabase();
  expect(await dismiss(db, { id: id(1), dismissed: true }, now)).toBe(null);
});

test('it is taken back by a step, as anything is, and leaves nothing', async () => {
  const db = freshDatabase();
  const done = await say(db, 1);
  await undo(db, done?.undo ?? 0);
  expect(await gone(db)).toEqual([]);
  expect(await db.papers.count()).toBe(0);
});

test('said twice, it is as said once', async () => {
  const db = freshDatabase();
  const first = await say(db, 1);
  const [row] = await db.dismissed.toArray();
  expect(await say(db, 1)).toEqual({ dismissed: true, undo: null });
  expect(await db.dismissed.toArray()).toEqual([row]);
  expect(first?.undo).toBeGreaterThan(0);
});

test('a star takes it back, and taking the star back brings it back', async () => {
  const db = freshDatabase();
  await say(db, 1);
  const before = await db.dismissed.toArray();
  const { undo: step } = await patch(db, 1, { starred: true }, now);
  expect(await gone(db)).toEqual([]);
  await undo(db, step ?? 0);
  expect(await db.dismissed.toArray()).toEqual(before);
  expect(await factsIn(db, 1)).toEqual(paper(1));
});

test('a star that is taken off later leaves the paper as any other', async () => {
  const db = freshDatabase();
  await say(db, 1);
  await patch(db, 1, { starred: true }, now);
  await patch(db, 1, { starred: false }, now);
  expect(await gone(db)).toEqual([]);
});

test('a star goes with it, what else was said stays; one step takes both back', async () => {
  const db = freshDatabase();
  await patch(db, 1, { starred: true, addTags: ['rl'], note: 'mine' }, now);
  const before = await libraryOf(db);
  const done = await say(db, 1);
  const [after] = await libraryOf(db);
  expect(after?.annotation).toMatchObject({ starred: false, tags: ['rl'], note: 'mine' });
  await undo(db, done?.undo ?? 0);
  expect(await libraryOf(db)).toEqual(before);
  expect(await gone(db)).toEqual([]);
});

test('a tag or a note does not take it back', async () => {
  const db = freshDatabase();
  await say(db, 1);
  await patch(db, 1, { addTags: ['later'], note: 'why not' }, now);
  expect(await gone(db)).toEqual([id(1)]);
});

test('an import brings it, keeps what is there, and never takes a star; one step takes it back', async () => {
  const db = freshDatabase();
  await say(db, 1);
  const [mine] = await db.dismissed.toArray();
  await patch(db, 2, { starred: true }, now);
  const at = '2020-01-01T00:00:00.000Z';
  const dismissed = [1, 2, 3].map((n) => ({ id: id(n), title: `Told ${n}`, dismissedAt: at }));
  const shelves = { searches: [], colours: [], dismissed };
  await stagePart(db, { import: 'i', part: 0, bookmarks: [], shelves }, now);
  const { undo: step } = await applyImport(db, 'i', now);
  expect(await db.dismissed.toArray()).toEqual([mine, { id: id(3), at }]);
  expect((await factsIn(db, 3))?.title).toBe('Told 3');
  await undo(db, step ?? 0);
  expect(await db.dismissed.toArray()).toEqual([mine]);
  expect(await factsIn(db, 3)).toBe(null);
});

test('an imported star takes it back', async () => {
  const db = freshDatabase();
  await say(db, 1);
  await stagePart(db, { import: 'i', part: 0, bookmarks: [bookmark(1)] }, now);
  const { undo: step } = await applyImport(db, 'i', now);
  expect(await gone(db)).toEqual([]);
  await undo(db, step ?? 0);
  expect(await gone(db)).toEqual([id(1)]);
});

test('it is in the backup and in an export, and what was exported comes in as it was', async () => {
  const db = freshDatabase();
  for (const n of [1, 2]) await say(db, n);
  const { dismissed = [] } = await searchesAndColoursNow(db);
  expect(dismissed.map(({ id: one, title }) => [one, title])).toEqual(
    [1, 2].map((n) => [id(n), `Paper ${n}`]),
  );
  const encoder = libraryEncoder({
    exportedAt: now().toISOString(),
    app: { name: 'A', version: '1' },
    dismissed,
  });
  const file = encoder.head() + encoder.tail();
  const read: unknown[] = [];
  async function* chunks() {
    yield file;
  }
  for await (const item of decodeLibrary(chunks(), now().toISOString())) read.push(item);
  expect(read).toEqual(dismissed.map((one) => ({ kind: 'dismissed', paper: one })));
});

test('pages read which papers are dismissed, and a search finds them, also out of the history', async () => {
  const db = freshDatabase();
  await showPapers(db, { address, ids: [1, 2].map(id), papers: [paper(1), paper(2)] }, now);
  await say(db, 1);
  await say(db, 3);
  expect(await dismissedOf(db, [1, 2, 3].map(id))).toEqual(new Set([1, 3].map(id)));
  const reader = await openReader(db.name);
  onTestFinished(() => reader.close());
  expect(await reader.dismissedOf([1, 2].map(id))).toEqual(new Set([id(1)]));
  expect((await reader.dismissed()).map((one) => one.id)).toEqual([1, 3].map(id));
  const source = openSearchSource(db.name);
  onTestFinished(() => source.close());
  expect((await source.documents([1, 2, 3].map(id))).map((one) => one.dismissed)).toEqual([
    true,
    undefined,
    true,
  ]);
});

test('a dismissed paper weighs more than one that was passed over', async () => {
  const db = freshDatabase();
  for (let n = 0; n < 20; n++) {
    await patch(db, n, { starred: true }, now);
  }
  const soup = (n: number) => paper(300 + n, { title: `Cookery recipes for soup ${n}` });
  const papers = Array.from({ length: 20 }, (_, n) => soup(n));
  await showPapers(db, { address, ids: papers.map((one) => one.id), papers }, now);
  const scored = async (): Promise<number> => {
    await db.ranking.clear();
    await rankPapers(db, createPace());
    const ranking = openRanking(db.name);
    const kept = await ranking.parts(['state', 'model', 'papers', 'vectors']);
    ranking.close();
    if (kept === null) throw new Error('nothing was learned');
    return createScorer(kept.model).score(soup(99));
  };
  const passedOver = await scored();
  for (const one of papers) await dismiss(db, { id: one.id, dismissed: true }, now);
  expect(await scored()).toBeLessThan(passedOver);
});
