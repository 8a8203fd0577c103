import { rowCount, type Sparse } from './sparse';

/** What a value of 1 is in packed vectors. */
export const UNIT = 255;

/**
 * Vectors in a quarter of the space: values in one byte each, features by their place among those that count. Yields
 * after each row.
 * @param kept the features that count, by their numbers in `vectors`, ascending
 */
export function* packing(vectors: Sparse, kept: readonly number[]): Generator<void, Sparse> {
  const { starts, features, values } = vectors;
  const places = new Uint32Array((kept.at(-1) ?? 0) + 1);
  for (const [place, feature] of kept.entries()) places[feature] = place;
  const size = values.length;
  const packed = {
    starts: starts.slice(),
    features: kept.length < 2 ** 16 ? new Uint16Array(size) : new Uint32Array(size),
    values: new Uint8Array(size),
  };
  for (let row = 0; row < rowCount(vectors); row++) {
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) {
      packed.features[at] = places[features[at] ?? 0] ?? 0;
      packed.values[at] = Math.round((values[at] ?? 0) * UNIT);
    }
    yield;
  }
  return packed;
}
