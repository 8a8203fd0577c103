import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createScorer } from '../../lib/ranking/scoring';
import { writeSetting } from '../../lib/settings/stored';
import { clearHistory } from '../../lib/store/commands/evict';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { rankingNews } from '../../lib/store/commands/ranking';
import { showPapers } from '../../lib/store/commands/showPapers';
import { rememberSights } from '../../lib/store/commands/sights';
import type { AsterismDatabase } from '../../lib/store/database';
import { openRanking } from '../../lib/store/rankingReader';
import { rankPapers } from '../../lib/worker/ranking';
import { rankSoon } from '../../lib/worker/rankSoon';
import { createPace } from '../../lib/worker/slices';
import { freshDatabase, id, paper, ticking } from './support';

beforeEach(() => fakeBrowser.reset());

const now = ticking();
const ROBOTS = 'Robots grasp objects with a diffusion policy';
const CODE = 'Compilers repair programs with unit tests';

function fail(): never {
  throw new Error('nothing was learned');
}

/** A library of so many papers about robots, and a history with forty about code beside them. */
async function library(chosen: number): Promise<AsterismDatabase> {
  const db = freshDatabase();
  const others = Array.from({ length: 40 }, (_, n) => paper(100 + n, { title: `${CODE} ${n}` }));
  for (let n = 0; n < chosen; n++) await star(db, n);
  await show(db, others);
  return db;
}

async function star(db: AsterismDatabase, n: number): Promise<void> {
  const facts = paper(n, { title: `${ROBOTS} ${n}` });
  await patchAnnotation(db, { id: id(n), patch: { starred: true }, paper: facts }, now);
}

function show(db: AsterismDatabase, papers: readonly ReturnType<typeof paper>[]) {
  const address = 'https://huggingface.co/papers';
  return showPapers(db, { address, ids: papers.map((one) => one.id), papers }, now);
}

function read(db: AsterismDatabase) {
  const ranking = openRanking(db.name);
  onTestFinished(() => ranking.close());
  return ranking.parts(['state', 'model', 'papers', 'vectors']);
}

test('what was chosen scores higher than what was passed over, for pages to read', async () => {
  const db = await library(20);
  expect(await rankPapers(db, createPace())).toBe(true);
  const kept = await read(db);
  if (kept === null) throw new Error('nothing was learned');
  const { state, model, papers } = kept;
  const scoreOf = (n: number) => papers.scores[papers.ids.indexOf(id(n))] ?? Number.NaN;
  expect(papers.ids).toHaveLength(60);
  expect(state.chosen).toBe(20);
  expect(scoreOf(3)).toBeGreaterThan(scoreOf(103));
  const { score, reasons } = createScorer(model);
  const fresh = paper(500, { title: 'A diffusion policy for robots' });
  expect(score(fresh)).toBeGreaterThan(score(paper(501, { title: 'Unit tests for compilers' })));
  expect(reasons(fresh)).toContain('diffusion policy');
});

test('the longer a paper was in sight that was passed over, the more it counts; not at all where it never was', async () => {
  const db = await library(20);
  const of = (n: number) => paper(300 + n, { title: `Cookery recipes for soup ${n}` });
  const papers = Array.from({ length: 20 }, (_, n) => of(n));
  const scored = async (): Promise<number> => {
    await db.ranking.clear();
    await rankPapers(db, createPace());
    const kept = await read(db);
    return createScorer(kept?.model ?? fail()).score(of(99));
  };
  await show(db, papers);
  const unmeasured = await scored();
  await rememberSights(db, [{ id: id(100), seconds: 5 }], () => new Date('2020-01-01'));
  const never = await scored();
  await rememberSights(
    db,
    papers.map((one) => ({ id: one.id, seconds: 1 })),
    now,
  );
  const shortly = await scored();
  await rememberSights(
    db,
    papers.map((one) => ({ id: one.id, seconds: 60 })),
    now,
  );
  const long = await scored();
  expect(never).toBeGreaterThan(shortly);
  expect(shortly).toBeGreaterThan(long);
  expect(unmeasured).toBeLessThan(shortly);
});

test('nothing is learned from fewer than twenty papers', async () => {
  const db = await library(19);
  expect(await rankPapers(db, createPace())).toBe(false);
  expect(await read(db)).toBe(null);
});

test('it is learned again when enough has changed, and not before', async () => {
  const db = await library(20);
  await rankPapers(db, createPace());
  expect(await rankPapers(db, createPace())).toBe(false);
  await star(db, 50);
  expect(await rankPapers(db, createPace())).toBe(false);
  for (const n of [51, 52]) await star(db, n);
  expect(await rankPapers(db, createPace())).toBe(true);
  expect((await rankingNews(db)).last?.bookmarks).toBe(23);
});

test('one paper that is damaged does not keep the others from being learned from', async () => {
  const db = await library(21);
  await db.papers.update(id(4), { paper: JSON.parse('{"title":null,"authors":[]}') });
  const log = vi.fn();
  expect(await rankPapers(db, createPace(), log)).toBe(true);
  expect(log).toHaveBeenCalledExactlyOnceWith(`ranking ${id(4)}`, expect.any(TypeError));
  const papers = (await read(db))?.papers;
  expect(papers?.ids).toHaveLength(60);
  expect(papers?.ids).not.toContain(id(4));
  expect(papers?.scores).toHaveLength(60);
});

test('the same library gives the same', async () => {
  const [one, other] = [await library(20), await library(20)];
  for (const db of [one, other]) await rankPapers(db, createPace());
  expect(await read(one)).toEqual(await read(other));
});

test('what was learned goes with the history that it was learned from', async () => {
  const db = await library(20);
  await rankPapers(db, createPace());
  await clearHistory(db);
  expect(await read(db)).toBe(null);
});

test('switched off, it forgets; switched on, it learns', async () => {
  const db = await library(20);
  await rankPapers(db, createPace());
  await writeSetting('ranking', false);
  const log = vi.fn();
  onTestFinished(rankSoon(db, log));
  await expect.poll(() => db.ranking.count(), { timeout: 10_000 }).toBe(0);
  await writeSetting('ranking', true);
  await expect.poll(() => db.ranking.count(), { timeout: 10_000 }).toBe(4);
  expect(log).not.toHaveBeenCalled();
});
