import type { InTheWay } from './freeSpot';
import type { Box } from './placing';

const SEEN = { visibilityProperty: true };

/** What can be pressed on a page: within a part of it, and where an element is (`lib/sites/targets.ts`). */
export interface Targets {
  targetsIn(part: Element): Element[];
  targetAt(element: Element): Element | null;
}

/** What a page has on a row and on those around it: an entry may be two of them. */
export function surroundingsOf(row: Element, { targetsIn }: Targets): InTheWay {
  const after = neighbour(row, 'nextElementSibling');
  const further = after && neighbour(after, 'nextElementSibling');
  const rows = [neighbour(row, 'previousElementSibling'), row, after, further];
  const around = rows.flatMap((one) => one ?? []);
  const targets = around.flatMap(targetsIn).filter((one) => one.checkVisibility(SEEN));
  return {
    targets: targets.flatMap((one) => [...one.getClientRects()]),
    texts: around.flatMap(textsIn),
  };
}

/** The next element that is beside another one or beside what that is in. */
function neighbour(
  of: Element,
  way: 'nextElementSibling' | 'previousElementSibling',
): Element | null {
  let at: Element | null = of;
  while (at && !at[way]) at = at.parentElement;
  return at?.[way] ?? null;
}

function textsIn(part: Element): Box[] {
  const texts = part.ownerDocument.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const range = part.ownerDocument.createRange();
  const boxes: Box[] = [];
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    boxes.push(...range.getClientRects());
  }
  return boxes;
}
