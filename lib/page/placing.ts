const GAP = 6;
const MARGIN = 8;

/** A rectangle in the viewport, in CSS pixels. */
type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>;

/**
 * Where a box goes beside an anchor: below it and flush with its right edge; above where there is no room below;
 * always inside the viewport. In CSS pixels from the viewport's corner.
 */
export function beside(
  anchor: Box,
  size: { width: number; height: number },
  viewport: { width: number; height: number },
): { left: number; top: number } {
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  const fitsBelow = below + size.height <= viewport.height - MARGIN;
  const top = fitsBelow || above < MARGIN ? below : above;
  return {
    left: clamp(anchor.right - size.width, MARGIN, viewport.width - MARGIN - size.width),
    top: clamp(top, MARGIN, viewport.height - MARGIN - size.height),
  };
}

/** Moves a fixed element beside an anchor (`beside`). */
export function placeBeside(element: HTMLElement, anchor: Box, viewport: Element): void {
  const { left, top } = beside(
    anchor,
    { width: element.offsetWidth, height: element.offsetHeight },
    { width: viewport.clientWidth, height: window.innerHeight },
  );
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
