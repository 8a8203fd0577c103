import { expect, test } from 'vitest';
import type { Paper } from '../../../lib/papers/paper';
import type { RankingParts } from '../../../lib/store/rankingRows';
import { createRelated } from '../../../lib/views/ranking/related';
import { EXAMPLES, PAPERS, paper, trainedOn } from './papers';

const { model, scores, vectors } = trainedOn(PAPERS, EXAMPLES);
const parts: RankingParts = {
  state: { chosen: 25, bookmarks: 25, through: 1 },
  model,
  papers: { ids: PAPERS.map(({ id }) => id), scores },
  vectors,
};
const [of] = PAPERS;
if (of === undefined) throw new Error('no papers');

function related(learned: RankingParts | null = parts, papers: readonly Paper[] = PAPERS) {
  return createRelated({
    ranking: { parts: async () => learned },
    reader: {
      papers: async (ids) => ids.flatMap((id) => papers.find((one) => one.id === id) ?? []),
      bookmarks: async () => [],
    },
  });
}

test('the most like it are found, without the paper itself, and why it fits', async () => {
  const view = related();
  await view.find(of);
  const { phase, papers, reasons } = view.state();
  expect(phase).toBe('ready');
  expect(papers).toHaveLength(6);
  for (const { paper: one } of papers) {
    expect(one.id).not.toBe(of.id);
    expect(PAPERS.indexOf(one) % 2).toBe(0);
  }
  expect(reasons.length).toBeGreaterThan(0);
});

test('a paper that does not fit has no reasons, and one like no other no related papers', async () => {
  const view = related();
  await view.find(paper(200, 'A compiler'));
  expect(view.state().reasons).toEqual([]);
  await view.find(paper(201, 'Zebra'));
  expect(view.state()).toEqual({ phase: 'ready', papers: [], reasons: [] });
});

test('papers that are gone since the training make room for others', async () => {
  const left = PAPERS.filter((_, at) => at % 3 !== 0);
  const view = related(parts, left);
  await view.find(of);
  expect(view.state().papers).toHaveLength(6);
  for (const { paper: one } of view.state().papers) expect(left).toContain(one);
});

test('where nothing was learned, none are found; where nothing can be read, it says so', async () => {
  const none = related(null);
  await none.find(of);
  expect(none.state().phase).toBe('ready');
  const failing = createRelated({
    ranking: { parts: () => Promise.reject(new Error('gone')) },
    reader: { papers: async () => [], bookmarks: async () => [] },
  });
  await failing.find(of);
  expect(failing.state().phase).toBe('failed');
});

test('another paper forgets what was asked about the last, however late that is found', async () => {
  const view = related();
  const finding = view.find(of);
  view.forget();
  await finding;
  expect(view.state().phase).toBe('closed');
});
