/** Places `from` (included) to `to` (not included). */
export interface Range {
  from: number;
  to: number;
}

/** Steps that the sight is ahead of what is read when it moves by more than itself: about the time of a reading. */
const STEPS = 3;
/** Rows by which a guess may be wrong. */
const OFF = 3;
/** Steps ahead for which it is learned which papers are there. */
const FAR_STEPS = 8;
/** Who moves by more sights than this at once goes somewhere, and stays there. */
const JUMP = 40;
/** Rows are read ahead in pieces, not one by one. */
const PIECE = 8;

/**
 * What is read beyond what is in sight, when the sight has moved by so many places: the rows it is about to show, and
 * the places it is about to come to.
 */
export function around(sight: Range, by: number): { next: Range; far: Range } {
  const { next, far } = unbounded(sight, by);
  return { next: bounded(next), far: bounded(far) };
}

function bounded({ from, to }: Range): Range {
  return { from: Math.max(0, from), to: Math.max(0, to) };
}

function unbounded({ from, to }: Range, by: number): { next: Range; far: Range } {
  const span = to - from;
  if (by === 0 || Math.abs(by) > span * JUMP) {
    return { next: { from, to }, far: { from, to } };
  }
  if (Math.abs(by) >= span) {
    const next = { from: from + by * STEPS - OFF, to: to + by * STEPS + OFF };
    const far = by * FAR_STEPS;
    return { next, far: { from: Math.min(from, from + far), to: Math.max(to, to + far) } };
  }
  const next =
    by > 0
      ? { from: to, to: Math.ceil((to + span) / PIECE) * PIECE }
      : { from: Math.floor((from - span) / PIECE) * PIECE, to: from };
  return { next, far: next };
}
