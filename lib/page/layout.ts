import type { Placement } from '../sites/adapter';

/** What is asked of the page's layout before a control is put on a card. */
export interface Layout {
  /** Whether the card is a frame for what is absolute. */
  isFrame?: boolean;
  /** Where on a line the control stands; hidden where there is no room, until some is found (`features/lineEnds.ts`). */
  style?: { width: string; marginTop: string; marginLeft: string; visibility: string };
}

/** Of a control on a line, in CSS pixels: its buttons alone, and with room for what is set. */
const NARROWEST = 68;
const WIDEST = 320;

/** Between a line's text and its control, and the middle of the control, in CSS pixels. */
const GAP = 8;
const MIDDLE = 15;

/** Heights that a text in a line has, in CSS pixels. */
const LOWEST = 8;
const HIGHEST = 24;

/** One for all lines: a document keeps each range true through every change, of which ours are a thousand. */
let part: Range | undefined;

/** Asks how a card is laid out where its control goes. */
export function layoutOf(card: HTMLElement, placement: Placement): Layout {
  return placement.on === 'line'
    ? endOf(placement.of)
    : { isFrame: getComputedStyle(card).position !== 'static' };
}

/**
 * The end of a line: how wide what stands there may be without reaching beyond the page, or beside the column that the
 * line is in, and where its middle is. Looked at from its end, since all of a line is much to ask on a thousand cards:
 * up to a text, as an icon may be higher and a gap lower than the line.
 */
function endOf(line: HTMLElement): Layout {
  part ??= line.ownerDocument.createRange();
  let right = 0;
  let height = 0;
  for (let node = line.lastChild; node && (height < LOWEST || height > HIGHEST); ) {
    part.selectNode(node);
    const box = [...part.getClientRects()].at(-1);
    right ||= box?.right ?? 0;
    height = box?.height || height;
    node = node.previousSibling;
  }
  const room = line.ownerDocument.documentElement.clientWidth - right - 2 * GAP;
  const column = (line.parentElement ?? line).getBoundingClientRect().right - right;
  const width = Math.max(NARROWEST, Math.min(WIDEST, room, column));
  return {
    style: {
      width: `${width}px`,
      marginTop: `${height / 2 - MIDDLE}px`,
      marginLeft: '1px',
      visibility: room < NARROWEST ? 'hidden' : 'visible',
    },
  };
}
