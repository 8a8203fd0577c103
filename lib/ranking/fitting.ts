import type { Example } from './examples';

/** Which share of what the reader passed over fits as well as what is marked: chosen by figures (docs/ranking.md). */
export const MARKED_SHARE = 0.02;

/**
 * The score from which on a paper fits so well that it is said on its card: few of those that the reader passed over
 * have it. Infinity where nothing was passed over.
 * @param scores of the papers of each row
 */
export function fitsFrom(
  scores: ArrayLike<number>,
  examples: readonly Example[],
  share = MARKED_SHARE,
): number {
  const passed = examples.flatMap(({ row, chosen }) => (chosen ? [] : (scores[row] ?? [])));
  passed.sort((a, b) => b - a);
  return passed[Math.floor(share * passed.length)] ?? Number.POSITIVE_INFINITY;
}
