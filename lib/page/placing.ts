const GAP = 6;
const MARGIN = 8;
/** So many pixels further away is as bad as to lie over the button that it belongs to. */
const OWN_COVERED = 150;

/** A rectangle in the viewport, in CSS pixels. */
export type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>;

interface Size {
  width: number;
  height: number;
}

/**
 * Where a box goes beside an anchor: below it and flush with its left edge, or as near to that as it can be without
 * lying over what is to stay free, and over the anchor if it must; always inside the viewport. Where there is no such
 * place, where it covers least.
 * In CSS pixels from the viewport's corner.
 */
export function beside(
  anchor: Box,
  size: Size,
  viewport: Size,
  free: readonly Box[] = [],
): { left: number; top: number } {
  const wanted = { left: anchor.left, top: anchor.bottom + GAP };
  const lefts = [anchor, ...free].flatMap(({ left, right }) => [
    left - GAP - size.width,
    right + GAP,
  ]);
  const tops = [anchor, ...free].flatMap(({ top, bottom }) => [
    top - GAP - size.height,
    bottom + GAP,
  ]);
  let best = { left: 0, top: 0, cost: [Number.POSITIVE_INFINITY] };
  for (const left of [wanted.left, anchor.right - size.width, ...lefts]) {
    for (const top of [wanted.top, ...tops]) {
      const at = {
        left: clamp(left, MARGIN, viewport.width - MARGIN - size.width),
        top: clamp(top, MARGIN, viewport.height - MARGIN - size.height),
      };
      const covered = free.reduce((sum, box) => sum + common(at, size, box), 0);
      const away = Math.abs(at.left - wanted.left) + Math.abs(at.top - wanted.top);
      const cost = [covered, away + (common(at, size, anchor) > 0 ? OWN_COVERED : 0)];
      if (isLess(cost, best.cost)) best = { ...at, cost };
    }
  }
  return { left: best.left, top: best.top };
}

/** Moves a fixed element beside an anchor (`beside`). */
export function placeBeside(
  element: HTMLElement,
  anchor: Box,
  viewport: Element,
  free: readonly Box[],
): void {
  const { left, top } = beside(
    anchor,
    { width: element.offsetWidth, height: element.offsetHeight },
    { width: viewport.clientWidth, height: window.innerHeight },
    free,
  );
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

/** Whether the first number that differs is smaller. */
function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, place) => value !== other[place]);
  return (one[at] ?? 0) < (other[at] ?? 0);
}

/** How much of a box lies under another, in square pixels. */
function common(at: { left: number; top: number }, { width, height }: Size, box: Box): number {
  const across = Math.min(at.left + width, box.right) - Math.max(at.left, box.left);
  const down = Math.min(at.top + height, box.bottom) - Math.max(at.top, box.top);
  return Math.max(0, across) * Math.max(0, down);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
