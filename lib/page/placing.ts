const GAP = 6;
const MARGIN = 8;
/** Less high than this it is of no use: then it rather covers something. */
const LEAST_HEIGHT = 200;

/** As bad as a pixel further away: to lie over the button that it belongs to, a pixel of height less, a square pixel covered. */
const OWN_COVERED = 150;
const HEIGHT_LOST = 2;
const COVERED = 10_000;
/** As bad as to cover another box: to cover that of the next card, where readers go on. */
const NEXT = 4;

/** A rectangle in the viewport, in CSS pixels. */
export type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>;

interface Size {
  width: number;
  height: number;
}

/** The corner of a box in the viewport, and how high it may be, in CSS pixels. */
export interface Spot {
  left: number;
  top: number;
  height: number;
}

/** A part of the viewport, from its top to its bottom. */
type Gap = Pick<Box, 'top' | 'bottom'>;

/**
 * Where a box goes beside an anchor: below it and flush with its left edge, or as near to that as it can be without
 * lying over what is to stay free; less high, or over the anchor, if it must; always inside the viewport. Where there is
 * no such place, where it covers least, and the next box last.
 */
export function beside(anchor: Box, size: Size, viewport: Size, free: readonly Box[] = []): Spot {
  const { width, height } = size;
  const all: Gap = { top: MARGIN, bottom: viewport.height - MARGIN };
  const wishes = [anchor.left, anchor.right - width].concat(
    [anchor, ...free].flatMap(({ left, right }) => [left - GAP - width, right + GAP]),
  );
  const inside = wishes.map((left) => clamp(left, MARGIN, viewport.width - MARGIN - width));
  const lefts = [...new Set(inside)];
  const tops = [anchor, ...free].flatMap(({ top, bottom }) => [top - GAP - height, bottom + GAP]);

  const next = nextTo(anchor, free);

  const apart = lefts.flatMap((left) =>
    gapsIn(
      all,
      free.filter((box) => box.left < left + width && box.right > left),
    ).flatMap((gap) => spotsIn(gap, left, [anchor.bottom + GAP, anchor.top - GAP - height])),
  );
  const high = apart.filter((spot) => spot.height >= Math.min(height, LEAST_HEIGHT));
  const spots = high.length > 0 ? high : lefts.flatMap((left) => spotsIn(all, left, tops));
  return spots.reduce((best, spot) => (cost(spot) < cost(best) ? spot : best));

  function spotsIn(gap: Gap, left: number, wanted: readonly number[]): Spot[] {
    const most = Math.min(height, gap.bottom - gap.top);
    return wanted.map((top) => ({
      left,
      top: clamp(top, gap.top, gap.bottom - most),
      height: most,
    }));
  }

  function cost(spot: Spot): number {
    const covered = free.reduce(
      (sum, box) => sum + common(spot, width, box) * (box === next ? NEXT : 1),
      0,
    );
    const away = Math.abs(spot.left - anchor.left) + Math.abs(spot.top - anchor.bottom - GAP);
    const own = common(spot, width, anchor) > 0 ? OWN_COVERED : 0;
    return COVERED * covered + away + own + HEIGHT_LOST * (height - spot.height);
  }
}

/** The first box below another one, if any. */
function nextTo({ bottom }: Box, boxes: readonly Box[]): Box | undefined {
  const below = boxes.filter(({ top }) => top >= bottom);
  return below.toSorted((one, other) => one.top - other.top)[0];
}

/** What is left of a part of the viewport beside boxes that stand in the way. */
function gapsIn(all: Gap, inTheWay: readonly Box[]): Gap[] {
  const gaps: Gap[] = [];
  let { top } = all;
  for (const box of inTheWay.toSorted((a, b) => a.top - b.top)) {
    gaps.push({ top, bottom: Math.min(box.top - GAP, all.bottom) });
    top = Math.max(top, box.bottom + GAP);
  }
  return [...gaps, { top, bottom: all.bottom }].filter((gap) => gap.bottom > gap.top);
}

/** Moves a fixed element beside an anchor (`beside`), and limits its height where it must: what is in it scrolls. */
export function placeBeside(
  element: HTMLElement,
  anchor: Box,
  viewport: Element,
  free: readonly Box[],
): void {
  const content = element.firstElementChild;
  const cut = content ? content.scrollHeight - content.clientHeight : 0;
  const { left, top, height } = beside(
    anchor,
    { width: element.offsetWidth, height: element.offsetHeight + cut },
    { width: viewport.clientWidth, height: window.innerHeight },
    free,
  );
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.maxHeight = `${height}px`;
}

/** How much of a box lies under a spot, in square pixels. */
function common({ left, top, height }: Spot, width: number, box: Box): number {
  const across = Math.min(left + width, box.right) - Math.max(left, box.left);
  const down = Math.min(top + height, box.bottom) - Math.max(top, box.top);
  return Math.max(0, across) * Math.max(0, down);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
