import type { Paper } from '../../lib/papers/paper';
import type { Counted } from '../../lib/ranking/counting';
import type { Example } from '../../lib/ranking/examples';
import { LEARNING, learning } from '../../lib/ranking/logistic';
import { addTo, dot, type Sparse } from '../../lib/ranking/sparse';
import { vectorizing, WEIGHING, type Weighing, weightsOf } from '../../lib/ranking/weighing';
import { inOneGo } from '../../lib/search/index/inOneGo';
import { bm25 } from './bm25';
import type { Split } from './splits';

/** What a method may look at. */
export interface Known {
  papers: readonly Paper[];
  /** The day of each paper. */
  days: readonly string[];
  counted: Counted;
  split: Split;
}

/** A way to rank the papers to come: from what is known, a score for every row. */
export interface Method {
  name: string;
  learn: (known: Known) => (row: number) => number;
}

const WORDS: Weighing = { ...WEIGHING, rarity: 1 };

/** All that are compared, the product's last. */
export const METHODS: readonly Method[] = [
  { name: 'random', learn: () => (row) => (Math.imul(row + 1, 0x9e3779b1) >>> 0) / 2 ** 32 },
  {
    name: 'by upvotes',
    learn:
      ({ papers }) =>
      (row) =>
        papers[row]?.upvotes ?? 0,
  },
  { name: 'centroid', learn: centroid(0) },
  { name: 'centroid minus passed over', learn: centroid(0.5) },
  { name: 'BM25 to the centroid', learn: bm25 },
  { name: '5 nearest', learn: nearest(5) },
  logistic('logistic, plain TF-IDF', WORDS, { ...LEARNING, decay: 1e-5 }),
  logistic('logistic, rarity damped'),
];

/** Logistic regression: by default as the product has it; else what is old counts half after so many days. */
export function logistic(
  name: string,
  weighing = WEIGHING,
  how = LEARNING,
  halfLife = Number.POSITIVE_INFINITY,
): Method {
  return {
    name,
    learn({ days, counted, split }) {
      const vectors = vectorsOf(counted, split.known, weighing);
      const today = Date.parse(days[split.known - 1] ?? '');
      const examples = split.examples.map((example) => {
        const age = (today - Date.parse(days[example.row] ?? '')) / 86_400_000;
        return { ...example, weight: 0.5 ** (age / halfLife) };
      });
      const work = learning(vectors, examples, counted.names.length, how);
      const { weights } = inOneGo(work);
      return (row) => dot(vectors, row, weights);
    },
  };
}

function centroid(minus: number): Method['learn'] {
  return ({ counted, split }) => {
    const vectors = vectorsOf(counted, split.known, WORDS);
    const size = counted.names.length;
    const sum = (chosen: boolean): Float64Array => sumOf(vectors, split.examples, chosen, size);
    const [liked, passed] = [sum(true), sum(false)];
    const weights = liked.map((weight, feature) => weight - minus * (passed[feature] ?? 0));
    return (row) => dot(vectors, row, weights);
  };
}

/** The sum of the vectors of what was chosen or was not, with the length 1. */
function sumOf(vectors: Sparse, examples: readonly Example[], chosen: boolean, size: number) {
  const sum = new Float64Array(size);
  for (const example of examples) {
    if (example.chosen === chosen) addTo(sum, vectors, example.row, 1);
  }
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0)) || 1;
  return sum.map((value) => value / length);
}

function nearest(count: number): Method['learn'] {
  return ({ counted, split }) => {
    const vectors = vectorsOf(counted, split.known, WORDS);
    const chosen = split.examples.filter((example) => example.chosen);
    const dense = new Float64Array(counted.names.length);
    return (row) => {
      addTo(dense, vectors, row, 1);
      const likeness = chosen.map((example) => dot(vectors, example.row, dense));
      dense.fill(0);
      likeness.sort((a, b) => b - a);
      return likeness.slice(0, count).reduce((sum, one) => sum + one, 0);
    };
  };
}

const made = new WeakMap<Counted, Map<string, Sparse>>();

/** The vectors of all papers, of which only the known ones say how rare a word is. */
function vectorsOf(counted: Counted, known: number, weighing: Weighing): Sparse {
  const key = JSON.stringify([known, weighing]);
  const before = made.get(counted) ?? new Map<string, Sparse>();
  const vectors =
    before.get(key) ?? inOneGo(vectorizing(counted, weightsOf(counted, known, weighing)));
  if (before.size > 60) before.clear(); // ten megabytes each
  made.set(counted, before.set(key, vectors));
  return vectors;
}
