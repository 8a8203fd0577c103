import type { Example } from './examples';
import { addTo, dot, type Sparse } from './sparse';

/** How the weights are learned; docs/ranking.md says how each was chosen. */
export interface Learning {
  /** How often all examples are gone through. */
  passes: number;
  /** How much weights are drawn to 0 with each example. */
  decay: number;
  /** How much the chosen count more than those passed over: the power of how many more of these there are. */
  balance: number;
}

export const LEARNING: Learning = { passes: 8, decay: 1e-4, balance: 0.5 };

/** What a linear model says about vectors: `bias` plus the scalar product with `weights`. */
export interface Linear {
  weights: Float64Array;
  bias: number;
}

/** The bias learns slower: every example moves it. */
const BIAS_RATE = 0.1;
/** One paper in twenty is chosen, before anything is learned. */
const FIRST_BIAS = -3;

/**
 * Logistic regression by stochastic gradient descent: weights by which chosen papers score higher than those passed
 * over. Always the same for the same examples. Yields after each example.
 * @param size how many features there are
 */
export function* learning(
  vectors: Sparse,
  examples: readonly Example[],
  size: number,
  { passes, decay, balance }: Learning = LEARNING,
): Generator<void, Linear> {
  const weights = new Float64Array(size);
  const chosen = examples.filter((example) => example.chosen).length;
  const more = ((examples.length - chosen) / Math.max(1, chosen)) ** balance;
  const order = [...examples];
  let bias = FIRST_BIAS;
  let scale = 1; // the weights are `scale` times what is in the array: one product instead of thousands
  for (let turn = 0; turn < passes * order.length; turn++) {
    const at = turn % order.length;
    if (at === 0) shuffle(order, turn + 1);
    const example = order[at];
    if (example === undefined) break;
    const rate = 1 / (1 + turn / order.length);
    const score = bias + scale * dot(vectors, example.row, weights);
    const wrong = 1 / (1 + Math.exp(-score)) - (example.chosen ? 1 : 0);
    const step = rate * wrong * example.weight * (example.chosen ? more : 1);
    scale *= 1 - rate * decay;
    addTo(weights, vectors, example.row, -step / scale);
    bias -= step * BIAS_RATE;
    yield;
  }
  return { weights: weights.map((weight) => weight * scale), bias };
}

/** Puts a list into another order, the same for the same seed. */
function shuffle<T>(list: T[], seed: number): void {
  let state = seed >>> 0;
  for (let last = list.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [list[last], list[other]] = [list[other] as T, list[last] as T]; // both are within the list
  }
}
