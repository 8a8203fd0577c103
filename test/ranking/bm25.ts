import type { Counted } from '../../lib/ranking/counting';
import { rowCount } from '../../lib/ranking/sparse';
import type { Known } from './methods';

/** How soon more of the same word stops to count, and how much a longer text is expected to have more of it. */
const [SATURATION, LENGTH] = [1.2, 0.75];

/** BM25, asked for the words of all papers that were chosen: each counts by how many of them have it. */
export function bm25({ counted, split }: Known): (row: number) => number {
  const { starts, features, values, names } = counted;
  const having = countsOf(
    counted,
    Array.from({ length: split.known }, (_, row) => row),
  );
  const chosen = split.examples.flatMap((example) => (example.chosen ? example.row : []));
  const asked = countsOf(counted, chosen);
  const weights = Float64Array.from(names, (_, feature) => {
    const count = having[feature] ?? 0;
    if (count === 0) return 0;
    const rarity = Math.log(1 + (split.known - count + 0.5) / (count + 0.5));
    return rarity * ((asked[feature] ?? 0) / chosen.length);
  });
  const usual = (starts[split.known] ?? 0) / split.known;
  return (row) => {
    let score = 0;
    const [from, end] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    const spread = SATURATION * (1 - LENGTH + (LENGTH * (end - from)) / usual);
    for (let at = from; at < end; at++) {
      const times = values[at] ?? 0;
      score += ((weights[features[at] ?? 0] ?? 0) * times * (SATURATION + 1)) / (times + spread);
    }
    return score;
  };
}

/** How many of some rows have each feature. */
function countsOf(counted: Counted, rows: readonly number[]): Uint32Array {
  const counts = new Uint32Array(counted.names.length);
  for (const row of rows) {
    if (row >= rowCount(counted)) continue;
    const end = counted.starts[row + 1] ?? 0;
    for (let at = counted.starts[row] ?? 0; at < end; at++) {
      const feature = counted.features[at] ?? 0;
      counts[feature] = (counts[feature] ?? 0) + 1;
    }
  }
  return counts;
}
