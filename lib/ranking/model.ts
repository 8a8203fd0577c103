import type { Counted } from './counting';
import type { Example } from './examples';
import { fitsFrom } from './fitting';
import { type Learning, type Linear, learning } from './logistic';
import { packing } from './packing';
import { dot, rowCount, type Sparse } from './sparse';
import { vectorizing, type Weighing, weightsOf } from './weighing';

/** What was learned: plain arrays, so that IndexedDB stores it as it is. */
export interface Model {
  /** The features that count, joined by line breaks (no feature has one). */
  features: string;
  /** What each of them weighs in a paper's vector. */
  rarities: Float32Array<ArrayBuffer>;
  /** How much each of them says that the reader would choose the paper. */
  tastes: Float32Array<ArrayBuffer>;
  bias: number;
}

/** What is kept of a training: the model, and the score and the vector of each paper, packed (`packing.ts`). */
export interface Trained {
  model: Model;
  scores: Float32Array<ArrayBuffer>;
  vectors: Sparse;
  /** The score from which on a paper fits so well that its card says so. */
  fitsFrom: number;
}

/**
 * Learns from papers, of which the examples say what the reader did. Yields every millisecond or more often, so that
 * the caller may do other things; always the same for the same papers in the same order.
 */
export function* training(
  counted: Counted,
  examples: readonly Example[],
  { weighing, how }: { weighing?: Weighing; how?: Learning } = {},
): Generator<void, Trained> {
  const weights = weightsOf(counted, counted.starts.length - 1, weighing);
  yield;
  const vectors = yield* vectorizing(counted, weights);
  const linear = yield* learning(vectors, examples, counted.names.length, how);
  const kept = counted.names.flatMap((_, feature) => (weights[feature] ? [feature] : []));
  yield;
  const scores = new Float32Array(rowCount(vectors));
  for (let row = 0; row < scores.length; row++) {
    scores[row] = linear.bias + dot(vectors, row, linear.weights);
    yield;
  }
  return {
    model: modelOf(counted.names, kept, weights, linear),
    scores,
    vectors: yield* packing(vectors, kept),
    fitsFrom: fitsFrom(scores, examples),
  };
}

function modelOf(
  names: readonly string[],
  kept: readonly number[],
  weights: Float64Array,
  linear: Linear,
): Model {
  return {
    features: kept.map((feature) => names[feature]).join('\n'),
    rarities: Float32Array.from(kept, (feature) => weights[feature] ?? 0),
    tastes: Float32Array.from(kept, (feature) => linear.weights[feature] ?? 0),
    bias: linear.bias,
  };
}
