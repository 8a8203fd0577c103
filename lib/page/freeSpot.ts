import type { Box } from './placing';

/** What a box may lie over, and how bad that is. */
export interface InTheWay {
  /** What is pressed: worst where its middle cannot be any more. */
  targets: readonly Box[];
  /** What is read. */
  texts: readonly Box[];
}

/** How far away a box may go, up or down, and how far apart the places are that are tried, in CSS pixels. */
const AWAY = 48;
const STEP = 4;

/** As bad as a pixel further away: a middle covered, a target covered wholly, a text of the same size covered. */
const MIDDLE_COVERED = 100_000;
const TARGET_COVERED = 1000;
const TEXT_COVERED = 60;

/**
 * The place nearest to a box's own where it covers least.
 * @param within where it may go; up and down, at most `AWAY`
 * @returns how far it goes from where it is, in CSS pixels
 */
export function freeSpot(
  box: Box,
  within: Box,
  { targets, texts }: InTheWay,
): { x: number; y: number } {
  const near = (other: Box): boolean =>
    other.bottom > box.top - AWAY && other.top < box.bottom + AWAY;
  const [pressed, read] = [targets.filter(near), texts.filter(near)];
  const highest = Math.min(0, Math.max(-AWAY, within.top - box.top));
  const lowest = Math.max(0, Math.min(AWAY, within.bottom - box.bottom));
  let best = { x: 0, y: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (let x = within.right - box.right; box.left + x >= within.left; x -= STEP) {
    for (let y = highest; y <= lowest; y += STEP) {
      const away = Math.abs(x) / 2 + Math.abs(y); // along the line it is still that line's
      const cost = away < least ? away + coverage(x, y) : least;
      if (cost < least) [best, least] = [{ x, y }, cost];
    }
  }
  return best;

  function coverage(x: number, y: number): number {
    const moved = {
      left: box.left + x,
      right: box.right + x,
      top: box.top + y,
      bottom: box.bottom + y,
    };
    const over = (all: readonly Box[], bad: number): number =>
      all.reduce((sum, one) => sum + bad * shareOf(moved, one), 0);
    return (
      pressed.filter((one) => hasMiddle(moved, one)).length * MIDDLE_COVERED +
      over(pressed, TARGET_COVERED) +
      over(read, TEXT_COVERED)
    );
  }
}

function hasMiddle(box: Box, { left, right, top, bottom }: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
}

/** How much two boxes have in common, as a share of the smaller one. */
function shareOf(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(sizeOf(one), sizeOf(other));
}

function sizeOf({ left, right, top, bottom }: Box): number {
  return (right - left) * (bottom - top);
}
