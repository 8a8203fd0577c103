import { MARK } from './host';
import type { Box } from './placing';
import type { Targets } from './surroundings';

/** Where the bar of a listing stands: at which side of the window, and how far above its lower edge, in CSS pixels. */
export interface BarSpot {
  side: 'right' | 'left';
  up: number;
}

/** Between the bar and the window's edges, and from one place to a higher one, in CSS pixels. */
const MARGIN = 16;
const HIGHER = 56;

/** Where it stands if it can; and all places, the nearest first. */
const HOME: BarSpot = { side: 'right', up: MARGIN };
const SPOTS = [0, 1, 2, 3].flatMap((step): BarSpot[] => [
  { side: 'right', up: MARGIN + step * HIGHER },
  { side: 'left', up: MARGIN + step * HIGHER },
]);

/** How far apart the points are at which the page is asked what is there, in CSS pixels. */
const APART = 12;

/**
 * Where a bar of this size hides nothing that is pressed. While the page can be scrolled further down whatever is under
 * it can be reached: then, and where there is no such place, the first one.
 * @param isBar whether an element is the bar itself
 */
export function barSpot(
  document: Document,
  size: { width: number; height: number },
  isBar: (element: Element) => boolean,
  { targetAt }: Targets,
): BarSpot {
  const { scrollHeight, scrollTop } = document.scrollingElement ?? document.documentElement;
  const { clientWidth, clientHeight } = document.documentElement;
  const isAtEnd = scrollHeight - scrollTop - clientHeight <= MARGIN;
  return (isAtEnd && SPOTS.find(hidesNothing)) || HOME;

  function hidesNothing({ side, up }: BarSpot): boolean {
    const left = side === 'left' ? MARGIN : clientWidth - MARGIN - size.width;
    const bottom = clientHeight - up;
    const box = { left, right: left + size.width, top: bottom - size.height, bottom };
    const found = new Set<Element>();
    for (let x = box.left; x <= box.right; x += APART) {
      for (let y = box.top; y <= box.bottom; y += size.height / 3) {
        const [at] = document.elementsFromPoint(x, y).filter((element) => !isBar(element));
        // A control on a card is our host, which has no box of its own.
        const target = at?.hasAttribute(MARK) ? at : at && targetAt(at);
        if (target) found.add(target);
      }
    }
    return ![...found].some((one) => isHidden(one, box));
  }
}

/** Whether its middle is: a card that is one link is as large as that. */
function isHidden(element: Element, box: Box): boolean {
  if (element.hasAttribute(MARK)) return true;
  return [...element.getClientRects()].some(({ left, top, width, height }) => {
    const [x, y] = [left + width / 2, top + height / 2];
    return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  });
}
