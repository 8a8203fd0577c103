/** The height of every row, in pixels, where letters are as large as we made them. */
export const ROW_HEIGHT = 64;
/** Rows that exist above and below those in sight, so that scrolling meets no gap. */
const BEYOND = 6;
/** Most rows that exist at once. */
const MOST_ROWS = 56;
/** Browsers lay out no element that is much higher; a longer list is scrolled in longer steps. */
const MOST_HEIGHT = 12_000_000;

/** Which rows of a long list exist, and where. */
export interface Sight {
  /** The height of the whole list. */
  height: number;
  /** Rows `from` (included) to `to` (not included). */
  from: number;
  to: number;
  /** The first row in sight, in parts of a row. */
  first: number;
  topOf(row: number): number;
}

/** What is in sight of a list of so many rows, through a window of a height that was scrolled by so much; and some rows beyond. */
export function sightOf(
  length: number,
  scrolled: number,
  window: number,
  beyond: number = BEYOND,
  rowHeight: number = ROW_HEIGHT,
): Sight {
  const full = length * rowHeight;
  const height = Math.min(full, MOST_HEIGHT);
  const by = stretch(length, window, rowHeight);
  const top = Math.max(0, Math.min(scrolled, height - window)) * by;
  const shift = top - Math.max(0, Math.min(scrolled, height - window));
  const from = Math.max(0, Math.min(Math.floor(top / rowHeight) - beyond, length));
  const to = Math.min(length, Math.ceil((top + window) / rowHeight) + beyond, from + MOST_ROWS);
  return {
    height,
    from,
    to,
    first: top / rowHeight,
    topOf: (row) => row * rowHeight - shift,
  };
}

/** How far a list must be scrolled so that a row is whole in its window: no further than needed. */
export function scrolledTo(
  row: number,
  length: number,
  scrolled: number,
  window: number,
  rowHeight: number = ROW_HEIGHT,
): number {
  const by = stretch(length, window, rowHeight);
  const top = row * rowHeight;
  if (top < scrolled * by) return top / by;
  const least = (top + rowHeight - window) / by;
  return Math.max(scrolled, least);
}

/** How far a list must be scrolled so that its window begins at a place. */
export function scrolledFor(
  first: number,
  length: number,
  window: number,
  rowHeight: number = ROW_HEIGHT,
): number {
  return (first * rowHeight) / stretch(length, window, rowHeight);
}

/** By how much more a list moves than it is scrolled. */
function stretch(length: number, window: number, rowHeight: number): number {
  const full = length * rowHeight;
  return full <= MOST_HEIGHT ? 1 : (full - window) / (MOST_HEIGHT - window);
}
