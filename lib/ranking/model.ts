import type { Counted } from './counting';
import type { Example } from './examples';
import { type Learning, type Linear, learning } from './logistic';
import type { Sparse } from './sparse';
import { vectorizing, type Weighing, weightsOf } from './weighing';

/** Fewest chosen papers that anything is learned from. */
export const LEAST_CHOSEN = 20;

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

/** A model, and what it was learned from: the scores of those papers are at hand. */
export interface Trained {
  model: Model;
  vectors: Sparse;
  linear: Linear;
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
  return { model: modelOf(counted.names, weights, linear), vectors, linear };
}

function modelOf(names: readonly string[], weights: Float64Array, linear: Linear): Model {
  const kept = names.flatMap((_, feature) => (weights[feature] ? [feature] : []));
  return {
    features: kept.map((feature) => names[feature]).join('\n'),
    rarities: Float32Array.from(kept, (feature) => weights[feature] ?? 0),
    tastes: Float32Array.from(kept, (feature) => linear.weights[feature] ?? 0),
    bias: linear.bias,
  };
}
