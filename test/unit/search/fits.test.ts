import { expect, test } from 'vitest';
import type { PaperId } from '../../../lib/papers/ids';
import { LEAST_CHOSEN } from '../../../lib/ranking/examples';
import type { Fits } from '../../../lib/search/query/fits';
import type { SearchAnswer } from '../../../lib/search/query/request';
import { createSearch } from '../../../lib/search/query/searcher';
import type { RankingParts } from '../../../lib/store/rankingRows';
import { readingFits } from '../../../lib/views/searching/fits';
import { PAPERS, trainedOn } from '../ranking/papers';
import { fakeSource } from './fakeSource';

const meeting = { firstSeenAt: '2026-01-01T00:00:00.000Z', lastSeenAt: '2026-01-01T00:00:00.000Z' };
const rows = PAPERS.slice(0, 6).map((paper) => ({
  id: paper.id,
  paper,
  annotation: null,
  seen: { ...meeting, sites: [] },
}));
const ids = rows.map(({ id }) => id);
const fitsOf = (known: [PaperId, number][]): Fits => ({
  known: new Map(known),
  score: ({ id }) => -ids.indexOf(id),
});

async function sorted(search: ReturnType<typeof createSearch>): Promise<PaperId[]> {
  const answers: SearchAnswer[] = [];
  const order = { by: 'fit', ascending: false } as const;
  await search(
    { query: { kind: 'all' }, scope: 'history', order, from: 0, count: 10, facets: false },
    (answer) => answers.push(answer),
    new AbortController().signal,
  );
  return answers.at(-1)?.ids ?? [];
}

test('papers that came after the training are scored when they are sorted by fit', async () => {
  const source = fakeSource();
  source.put(rows);
  const fits = fitsOf([[ids[5] ?? 'arxiv:', 100]]);
  const search = createSearch(source, 'history', async () => fits);
  expect(await sorted(search)).toEqual([ids[5], ...ids.slice(0, 5)]);
});

test('what was learned since sorts them again', async () => {
  const source = fakeSource();
  source.put(rows.slice(0, 5));
  let fits: Fits | null = fitsOf([]);
  const search = createSearch(source, 'history', async () => fits);
  expect(await sorted(search)).toEqual(ids.slice(0, 5));
  fits = fitsOf(ids.map((id, at) => [id, at]));
  source.put(rows.slice(5));
  expect(await sorted(search)).toEqual(ids.toReversed());
});

test('without anything learned they come by their ids', async () => {
  const source = fakeSource();
  source.put(rows);
  expect(await sorted(createSearch(source, 'history'))).toEqual(ids);
});

test('from fewer than twenty choices nothing counts as learned, and the same is read once', async () => {
  const { model, scores, vectors } = trainedOn(PAPERS, []);
  const papers = { ids: PAPERS.map(({ id }) => id), scores };
  let chosen = LEAST_CHOSEN - 1;
  let reads = 0;
  const parts = async <P extends keyof RankingParts>(names: readonly P[]) => {
    reads += names.length;
    return { state: { chosen, bookmarks: 30, through: 7 }, model, papers, vectors };
  };
  const read = readingFits({ parts });
  expect(await read(null)).toBe(null);
  chosen = LEAST_CHOSEN;
  const fits = await read(null);
  expect(fits?.known.size).toBe(PAPERS.length);
  reads = 0;
  expect(await read(fits)).toBe(fits);
  expect(reads).toBe(1);
});
