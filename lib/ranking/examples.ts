import type { Annotation } from '../papers/annotation';

/** Fewest chosen papers that anything is learned from. */
export const LEAST_CHOSEN = 20;

/** What is known of the paper of a row: whether the reader chose it, and how much that counts (1: as one that was looked at). */
export interface Example {
  row: number;
  chosen: boolean;
  weight: number;
}

/** Seconds in sight after which a paper has surely been looked at. */
const LOOKED_AT_S = 5;

/** How much it counts that a paper was passed over that was in sight for so long; undefined: nobody measured it. */
export function passedOverWeight(secondsInSight: number | undefined): number {
  if (secondsInSight === undefined) return 1;
  return Math.min(1, Math.max(0, secondsInSight) / LOOKED_AT_S);
}

/** How much more a dismissed paper counts than one that was looked at and passed over: it was said to be wrong. */
export const DISMISSED_WEIGHT = 3;

/**
 * What a paper of the library or the history says about the reader: true where it was chosen (starred, tagged, given a
 * status), false where it was seen and passed over, null where neither is sure: a note may say anything.
 */
export function wasChosen(annotation: Annotation | null): boolean | null {
  if (annotation === null) return false;
  const { starred, tags, status } = annotation;
  return starred || tags.length > 0 || status !== null ? true : null;
}
