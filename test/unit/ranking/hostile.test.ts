import { describe, expect, test } from 'vitest';
import { createCounter, MOST_NAMES } from '../../../lib/ranking/counting';
import { featuresOf, MOST_FEATURES } from '../../../lib/ranking/features';
import { createScorer } from '../../../lib/ranking/scoring';
import { EXAMPLES, PAPERS, paper, trainedOn } from './papers';

// A page that claims to be a listing can tell of any papers, and each may be as long as a paper may be.

const words = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, n) => `w${from + n}`).join(' ');

describe('what is learned from takes so much room and no more', () => {
  test.each([
    ['words', words(10_000)],
    ['letters of a script without spaces', '学习'.repeat(10_000)],
    ['TeX', '$\\alpha$ '.repeat(2_500)],
  ])('of a paper with %s without end', (_, abstract) => {
    expect(featuresOf({ ...paper(1, 'A title'), abstract }).length).toBe(MOST_FEATURES);
  });

  test('of papers that never have a word twice', () => {
    const counter = createCounter();
    const papers = MOST_NAMES / MOST_FEATURES + 50;
    for (let n = 0; n < papers; n++) {
      counter.add({ ...paper(n, ''), abstract: words(MOST_FEATURES, n * MOST_FEATURES) });
    }
    counter.add(paper(papers, 'w1 w2 unheard'));
    const { names, starts } = counter.counted();
    expect(names.length).toBe(MOST_NAMES);
    expect(starts.length).toBe(papers + 2); // a row for each, also where nothing of it is known
    expect((starts.at(-1) ?? 0) - (starts.at(-2) ?? 0)).toBe(2);
  });
});

test('papers of odd words keep nobody from being judged', () => {
  const odd = [
    'constructor __proto__ toString hasOwnProperty',
    '',
    '\ud800 \u0301\u0301 \u202e \u0000',
    'NaN Infinity undefined null',
    'a\nb\tc\u2028d',
    'gripper '.repeat(250),
  ].flatMap((title, kind) => [1, 2, 3, 4].map((n) => paper(300 + 10 * kind + n, title)));
  const examples = odd.map((_, n) => ({ row: PAPERS.length + n, chosen: false, weight: 1 }));
  const { model, scores } = trainedOn([...PAPERS, ...odd], [...EXAMPLES, ...examples]);
  expect([...scores].every(Number.isFinite)).toBe(true);
  const scorer = createScorer(model);
  for (const one of odd) expect(Number.isFinite(scorer.score(one))).toBe(true);
  const [robots, code] = ['A robot for manipulation', 'A compiler for syntax'].map((title, n) =>
    scorer.score(paper(400 + n, title)),
  );
  expect(robots).toBeGreaterThan(code ?? 0);
});
