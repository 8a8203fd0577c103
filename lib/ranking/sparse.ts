/** Vectors of which most numbers are zero, one a row: those of row `r` are at `starts[r]` and before `starts[r + 1]`. */
export interface Sparse {
  starts: Uint32Array<ArrayBuffer>;
  /** Which feature each number is of. */
  features: Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
  values: Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;
}

/** How many rows there are. */
export function rowCount({ starts }: Sparse): number {
  return starts.length - 1;
}

/** The scalar product of a row with a vector that has a number for every feature. */
export function dot(
  { starts, features, values }: Sparse,
  row: number,
  dense: Float64Array,
): number {
  let sum = 0;
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at++) {
    sum += (values[at] ?? 0) * (dense[features[at] ?? 0] ?? 0);
  }
  return sum;
}

/** Adds a multiple of a row to a vector that has a number for every feature. */
export function addTo(
  dense: Float64Array,
  { starts, features, values }: Sparse,
  row: number,
  times: number,
): void {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at++) {
    const feature = features[at] ?? 0;
    dense[feature] = (dense[feature] ?? 0) + times * (values[at] ?? 0);
  }
}
