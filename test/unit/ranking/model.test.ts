import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyAnnotation } from '../../../lib/papers/annotation';
import { passedOverWeight, wasChosen } from '../../../lib/ranking/examples';
import { training } from '../../../lib/ranking/model';
import { UNIT } from '../../../lib/ranking/packing';
import { createScorer } from '../../../lib/ranking/scoring';
import { dot } from '../../../lib/ranking/sparse';
import { inSlices } from '../../../lib/worker/slices';
import { countedOf, EXAMPLES, PAPERS, paper, trainedOn } from './papers';

const trained = trainedOn(PAPERS, EXAMPLES);
const nothing = emptyAnnotation('2026-01-01T00:00:00.000Z');
const scorer = createScorer(trained.model);

describe('what is learned from what the reader chose', () => {
  test('papers of its topic score higher than those of another, also papers that are new', () => {
    const robots = scorer.score(paper(100, 'A gripper for manipulation'));
    const code = scorer.score(paper(101, 'A compiler for syntax'));
    expect(robots).toBeGreaterThan(code);
    for (const row of [50, 52, 54]) {
      const [mine, other] = [PAPERS[row], PAPERS[row + 1]];
      if (!mine || !other) throw new Error('no such papers');
      expect(scorer.score(mine)).toBeGreaterThan(scorer.score(other));
    }
  });

  test('a paper without a known word is neither good nor bad', () => {
    expect(scorer.score(paper(102, 'Zebra'))).toBe(trained.model.bias);
    expect(scorer.score(paper(103, ''))).toBe(trained.model.bias);
  });

  test('what was in sight for no time counts for nothing', () => {
    const passed = EXAMPLES.filter(({ chosen }) => !chosen);
    const unseen = EXAMPLES.map((one) =>
      one.chosen ? one : { ...one, weight: passedOverWeight(0) },
    );
    const seen = createScorer(trainedOn(PAPERS, EXAMPLES).model);
    const lenient = createScorer(trainedOn(PAPERS, unseen).model);
    expect(passed.length).toBeGreaterThan(0);
    const code = paper(104, 'A compiler for syntax');
    expect(lenient.score(code)).toBeGreaterThan(seen.score(code));
  });

  test.each([
    [undefined, 1],
    [0, 0],
    [-3, 0],
    [1, 0.2],
    [5, 1],
    [600, 1],
  ])('passed over after %s seconds in sight counts %s', (seconds, weight) => {
    expect(passedOverWeight(seconds)).toBeCloseTo(weight);
  });

  test.each<[string, Parameters<typeof wasChosen>[0], boolean | null]>([
    ['a star', { ...nothing, starred: true }, true],
    ['a tag', { ...nothing, tags: ['rl'] }, true],
    ['a status', { ...nothing, status: 'to-read' }, true],
    ['a note alone', { ...nothing, note: 'Wrong.' }, null],
    ['seen and no more', null, false],
  ])('%s', (_, annotation, chosen) => {
    expect(wasChosen(annotation)).toBe(chosen);
  });

  test('does not fail when nothing was chosen, nothing was passed over, or there is nothing at all', () => {
    for (const examples of [[], EXAMPLES.filter((one) => one.chosen), EXAMPLES.slice(1, 2)]) {
      const { score } = createScorer(trainedOn(PAPERS, examples).model);
      expect(score(paper(105, 'A gripper'))).not.toBeNaN();
    }
    expect(createScorer(trainedOn([], []).model).score(paper(106, 'A gripper'))).not.toBeNaN();
  });
});

describe('a model', () => {
  const someExamples = fc.uniqueArray(fc.nat({ max: PAPERS.length - 1 })).chain((rows) =>
    fc.tuple(
      ...rows.map((row) =>
        fc.record({
          row: fc.constant(row),
          chosen: fc.boolean(),
          weight: fc.constantFrom(0, 0.2, 1),
        }),
      ),
    ),
  );

  test('is the same for the same papers, however its making was sliced', async () => {
    await fc.assert(
      fc.asyncProperty(
        someExamples,
        fc.infiniteStream(fc.nat({ max: 9 })),
        async (examples, ticks) => {
          let time = 0;
          const pace = {
            time: () => {
              time += ticks.next().value ?? 0;
              return time;
            },
            rest: async () => {},
          };
          const sliced = await inSlices(training(countedOf(PAPERS), examples), pace);
          expect(sliced.model).toEqual(trainedOn(PAPERS, examples).model);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('scores a paper as in its training, and packs its vector as it is', () => {
    for (const [row, one] of PAPERS.entries()) {
      expect(scorer.score(one)).toBeCloseTo(trained.scores[row] ?? Number.NaN, 4);
      const itself = dot(trained.vectors, row, scorer.vector(one)) / UNIT;
      expect(itself).toBeGreaterThan(0.99);
    }
  });

  test('rests at least after every paper and every example', () => {
    const work = training(countedOf(PAPERS), EXAMPLES);
    let rests = 0;
    while (work.next().done !== true) rests += 1;
    expect(rests).toBeGreaterThanOrEqual(PAPERS.length + EXAMPLES.length);
  });
});
