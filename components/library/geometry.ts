/** The height of every row, in pixels; the styles say the same. */
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
): Sight {
  const full = length * ROW_HEIGHT;
  const height = Math.min(full, MOST_HEIGHT);
  const top = Math.max(0, Math.min(scrolled, height - window)) * stretch(length, window);
  const shift = top - Math.max(0, Math.min(scrolled, height - window));
  const from = Math.max(0, Math.min(Math.floor(top / ROW_HEIGHT) - beyond, length));
  const to = Math.min(length, Math.ceil((top + window) / ROW_HEIGHT) + beyond, from + MOST_ROWS);
  return {
    height,
    from,
    to,
    first: top / ROW_HEIGHT,
    topOf: (row) => row * ROW_HEIGHT - shift,
  };
}

/** How far a list must be scrolled so that a row is whole in its window: no further than needed. */
export function scrolledTo(row: number, length: number, scrolled: number, window: number): number {
  const by = stretch(length, window);
  const top = row * ROW_HEIGHT;
  if (top < scrolled * by) return top / by;
  const least = (top + ROW_HEIGHT - window) / by;
  return Math.max(scrolled, least);
}

/** How far a list must be scrolled so that its window begins at a place. */
export function scrolledFor(first: number, length: number, window: number): number {
  return (first * ROW_HEIGHT) / stretch(length, window);
}

/** By how much more a list moves than it is scrolled. */
function stretch(length: number, window: number): number {
  const full = length * ROW_HEIGHT;
  return full <= MOST_HEIGHT ? 1 : (full - window) / (MOST_HEIGHT - window);
}
