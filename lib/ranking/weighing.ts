import type { Counted } from './counting';
import { rowCount, type Sparse } from './sparse';

/** How features are weighed; docs/ranking.md says how each was chosen. */
export interface Weighing {
  /** How much more a rare word weighs: the power of its inverse frequency. */
  rarity: number;
  /** How many papers must have a word, for it to count. */
  leastPapers: number;
}

export const WEIGHING: Weighing = { rarity: 0.75, leastPapers: 3 };

/** What each feature weighs by how few of the first `papers` rows have it: 0 where it does not count. */
export function weightsOf(
  { names, starts, features }: Counted,
  papers: number,
  { rarity, leastPapers }: Weighing = WEIGHING,
): Float64Array {
  const having = new Uint32Array(names.length);
  const end = starts[papers] ?? 0;
  for (let at = 0; at < end; at++) {
    const feature = features[at] ?? 0;
    having[feature] = (having[feature] ?? 0) + 1;
  }
  const weights = new Float64Array(names.length);
  for (let feature = 0; feature < weights.length; feature++) {
    const count = having[feature] ?? 0;
    if (count >= leastPapers) weights[feature] = Math.log((papers + 1) / count) ** rarity;
  }
  return weights;
}

/** What a paper's features count for that has one so often. */
export function damped(times: number): number {
  return 1 + Math.log(times);
}

/** The papers as vectors of length 1. Yields after each. */
export function* vectorizing(counted: Counted, weights: Float64Array): Generator<void, Sparse> {
  const rows = rowCount(counted);
  const starts = new Uint32Array(rows + 1);
  const features = new Uint32Array(counted.features.length);
  const values = new Float32Array(counted.features.length);
  let used = 0;
  for (let row = 0; row < rows; row++) {
    const first = used;
    let squares = 0;
    const end = counted.starts[row + 1] ?? 0;
    for (let at = counted.starts[row] ?? 0; at < end; at++) {
      const feature = counted.features[at] ?? 0;
      const weight = weights[feature] ?? 0;
      if (weight === 0) continue;
      const value = damped(counted.values[at] ?? 0) * weight;
      features[used] = feature;
      values[used++] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = first; at < used; at++) values[at] = (values[at] ?? 0) / length;
    starts[row + 1] = used;
    yield;
  }
  return { starts, features: features.subarray(0, used), values: values.subarray(0, used) };
}
