import { expect, test } from 'vitest';
import { fitLabel } from '../../../lib/labels/fitLabel';
import { emptyAnnotation } from '../../../lib/papers/annotation';
import { fitsFrom } from '../../../lib/ranking/fitting';

const PAPER = { id: 'arxiv:2504.00001', title: 'T', authors: [] } as const;
const AT = '2026-05-01T00:00:00.000Z';
const scorer = (score: number, ...reasons: string[]) => ({
  scorer: { score: () => score, reasons: () => reasons },
  from: 2,
});
const paper = { ...PAPER, authors: [] };

test('a paper that fits well says why', () => {
  expect(fitLabel(paper, null, scorer(2, 'diffusion policy', 'offline'))).toEqual({
    sign: '✦',
    shown: 'diffusion policy, offli…',
    said: 'fitsBecause',
  });
});

test('nothing is said where it fits less, where nobody could say why, and where it is chosen already', () => {
  expect(fitLabel(paper, null, scorer(1.9, 'offline'))).toBeNull();
  expect(fitLabel(paper, null, scorer(9))).toBeNull();
  const said = emptyAnnotation(AT);
  for (const part of [{ starred: true }, { tags: ['a'] }, { status: 'read' as const }]) {
    expect(fitLabel(paper, { ...said, ...part }, scorer(9, 'offline'))).toBeNull();
  }
});

test('marked is what scores higher than all but few of what was passed over', () => {
  const examples = Array.from({ length: 200 }, (_, row) => ({
    row,
    chosen: row >= 100,
    weight: 1,
  }));
  const scores = examples.map(({ row }) => row);
  expect(fitsFrom(scores, examples, 0.02)).toBe(97);
  expect(scores.filter((score, row) => row < 100 && score > 97)).toHaveLength(2);
  expect(fitsFrom(scores, [])).toBe(Number.POSITIVE_INFINITY);
});
