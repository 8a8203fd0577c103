import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCounter } from '../../../lib/ranking/counting';
import { featuresOf } from '../../../lib/ranking/features';
import { relatedTo } from '../../../lib/ranking/related';
import { addTo, rowCount } from '../../../lib/ranking/sparse';
import { vectorizing, weightsOf } from '../../../lib/ranking/weighing';
import { inOneGo } from '../../../lib/search/index/inOneGo';
import { countedOf, PAPERS, paper } from './papers';

const counted = countedOf(PAPERS);
const vectors = inOneGo(vectorizing(counted, weightsOf(counted, PAPERS.length)));

function vectorOf(row: number): Float64Array {
  const dense = new Float64Array(counted.names.length);
  addTo(dense, vectors, row, 1);
  return dense;
}

test('related papers are of the same topic, the most alike first', () => {
  const found = relatedTo(vectorOf(4), vectors, 5);
  expect(found).toHaveLength(5);
  expect(found[0]?.likeness).toBeCloseTo(1);
  expect(found.map(({ row }) => row % 2)).toEqual([0, 0, 0, 0, 0]);
  expect(found.map(({ likeness }) => likeness)).toEqual(
    found.map(({ likeness }) => likeness).sort((a, b) => b - a),
  );
});

test('a paper without a word in common with others has no related ones', () => {
  const more = countedOf([...PAPERS, paper(90, 'Zebra'), paper(91, '')]);
  const apart = inOneGo(vectorizing(more, weightsOf(more, PAPERS.length)));
  for (const row of [60, 61]) {
    const dense = new Float64Array(more.names.length);
    addTo(dense, apart, row, 1);
    expect(relatedTo(dense, apart, 5)).toEqual([]);
  }
});

test('each paper has each of its features as often as it says it', () => {
  const words = fc.array(fc.constantFrom('robot', 'code', 'policy', '模型', '2'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(words, { maxLength: 6 }), (texts) => {
      const papers = texts.map((text, n) => paper(n, text.join(' ')));
      const counter = createCounter();
      for (const one of papers) counter.add(one);
      const { names, starts, features, values } = counter.counted();
      expect(rowCount({ starts, features, values })).toBe(papers.length);
      for (const [row, one] of papers.entries()) {
        const had: string[] = [];
        for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
          for (let n = 0; n < (values[at] ?? 0); n++) had.push(names[features[at] ?? 0] ?? '');
        }
        expect(had.sort()).toEqual(featuresOf(one).sort());
      }
    }),
  );
});

test('a vector has the length 1, and rare words weigh more in it', () => {
  const rare = countedOf([...PAPERS, ...[92, 93, 94].map((n) => paper(n, 'robot and rarity'))]);
  const weights = weightsOf(rare, rare.starts.length - 1);
  const weightOf = (name: string) => weights[rare.names.indexOf(name)] ?? 0;
  expect(weightOf('rarity')).toBeGreaterThan(weightOf('robot'));
  expect(weightOf('and')).toBeLessThan(weightOf('robot'));
  const { values, starts } = inOneGo(vectorizing(rare, weights));
  const squares = [...values.subarray(0, starts[1])].reduce((sum, value) => sum + value * value, 0);
  expect(squares).toBeCloseTo(1);
});
