import type { Placement } from '../sites/adapter';

/** What is asked of the page's layout before a control is put on a card. */
export interface Layout {
  /** Whether the card is a frame for what is absolute. */
  isFrame?: boolean;
  /** Where on a line the control stands; hidden where there is no room, until some is found (`features/lineEnds.ts`). */
  style?: string;
}

/** Of a control on a line, in CSS pixels: its buttons alone, and with room for what is set. */
const NARROWEST = 68;
const WIDEST = 320;

/** Between a line's text and its control, and the middle of the control, in CSS pixels. */
const GAP = 8;
const MIDDLE = 15;

/** So many nodes have a box at the beginning of a line, and at its end; others may be hidden, or a gap. */
const FIRST = 2;
const LAST = 6;

/** One for all lines: a document keeps each range true through every change, of which ours are a thousand. */
const part = new Range();

/** Asks how a card is laid out where its control goes. */
export function layoutOf(card: HTMLElement, placement: Placement): Layout {
  return placement.on === 'line'
    ? endOf(placement.of)
    : { isFrame: getComputedStyle(card).position !== 'static' };
}

/**
 * The end of a line: how wide what stands there may be without reaching beyond the page, or beside the column that the
 * line is in, and where its middle is. That is as far below the top of its last line as the first text is below the top
 * of all: its boxes may be lower than a line, and icons higher. Not all of it is looked at: there are a thousand.
 */
function endOf(line: HTMLElement): Layout {
  const around = line.getBoundingClientRect();
  const { length } = line.childNodes;
  part.selectNodeContents(line);
  part.setEnd(line, Math.min(FIRST, length));
  const { top, height } = part.getClientRects()[0] ?? around;
  part.setEnd(line, length);
  part.setStart(line, Math.max(0, length - LAST));
  const { right } = [...part.getClientRects()].at(-1) ?? around;
  const room = document.documentElement.clientWidth - right - 2 * GAP;
  const column = (line.parentElement ?? line).getBoundingClientRect().right - right;
  const width = Math.max(NARROWEST, Math.min(WIDEST, room, column));
  const above = top + height / 2 - around.top - MIDDLE;
  const hidden = room < NARROWEST ? ';visibility:hidden' : '';
  return { style: `width:${width}px;margin:${above}px 0 0 1px${hidden}` };
}
