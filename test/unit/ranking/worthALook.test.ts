import { expect, test } from 'vitest';
import { emptyAnnotation } from '../../../lib/papers/annotation';
import type { PaperId } from '../../../lib/papers/ids';
import { worthALook } from '../../../lib/views/ranking/worthALook';

const NOW = new Date('2026-05-01T00:00:00Z');
const id = (n: number): PaperId => `arxiv:2504.${String(n).padStart(5, '0')}`;
const paper = (of: PaperId) => ({ id: of, title: of, authors: [] });
const model = {
  features: '',
  rarities: new Float32Array(),
  tastes: new Float32Array(),
  bias: -3.000_000_1,
};

/** Papers with a score and how many days ago each was first seen; null: not in the history. */
function here(papers: [score: number, days: number | null][], starred: number[], chosen = 20) {
  const ids = papers.map((_, n) => id(n));
  const scores = Float32Array.from(papers, ([score]) => score);
  const at = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();
  const annotation = { ...emptyAnnotation(at(0)), starred: true };
  const parts = {
    state: { chosen, bookmarks: 20, through: 1 },
    model,
    papers: { ids, scores },
    vectors: {
      starts: new Uint32Array(1),
      features: new Uint32Array(),
      values: new Float32Array(),
    },
  };
  return worthALook({
    ranking: { parts: async () => parts },
    reader: {
      history: async (some) =>
        some.flatMap((of) => {
          const days = papers[ids.indexOf(of)]?.[1] ?? null;
          if (days === null) return [];
          const seen = {
            firstSeenAt: at(days),
            firstSeenOn: '',
            lastSeenAt: at(0),
            lastSeenOn: '',
          };
          return [{ ...seen, paper: paper(of) }];
        }),
      bookmarks: async (some) =>
        some
          .filter((of) => starred.includes(ids.indexOf(of)))
          .map((of) => ({ paper: paper(of), annotation })),
    },
    now: () => NOW,
  });
}
const idsOf = async (found: ReturnType<typeof here>) => (await found).map(([{ id: of }]) => of);

test('the best of what was first seen in the last 30 days and not chosen, best first', async () => {
  const papers: [number, number | null][] = [
    [1, 3], // fits
    [5, 1], // fits better
    [9, 2], // starred
    [8, 31], // too long ago
    [7, null], // not from a page
    [-3.000_000_1, 1], // nothing speaks for it
    [-4, 1], // its words speak against it
  ];
  expect(await idsOf(here(papers, [2]))).toEqual([id(1), id(0)]);
});

test('nothing before 20 papers are chosen, and twenty at most', async () => {
  const many = Array.from({ length: 500 }, (_, n): [number, number] => [n + 1, 1]);
  expect(await idsOf(here(many, [], 19))).toEqual([]);
  const found = await idsOf(here(many, [499]));
  expect(found).toHaveLength(20);
  expect(found[0]).toBe(id(498));
});
