import type { Placement } from '../sites/adapter';

/** What is asked of the page's layout before a control is put on a card. */
export interface Layout {
  /** Whether the card is a frame for what is absolute. */
  isFrame?: boolean;
  /** Where on a line the control stands. */
  style?: { width: string; marginTop: string; marginLeft: string };
  /** Whether it stands over the end of the line. */
  isTight?: boolean;
}

/** Of a control on a line, in CSS pixels: its buttons alone, and with room for what is set. */
const NARROWEST = 68;
const WIDEST = 320;

/** Between a line's text and its control, and the middle of the control, in CSS pixels. */
const GAP = 8;
const MIDDLE = 15;

/** Asks how a card is laid out where its control goes. */
export function layoutOf(card: HTMLElement, placement: Placement): Layout {
  return placement.on === 'line'
    ? endOf(placement.of)
    : { isFrame: getComputedStyle(card).position !== 'static' };
}

/**
 * The end of a line: how wide what stands there may be without reaching beyond the page, or beside the column that the
 * line is in, and where its middle is. Where the page leaves no room, as in a narrow window, it stands over the line's
 * end rather than beyond the page.
 */
function endOf(line: HTMLElement): Layout {
  const text = line.ownerDocument.createRange();
  text.selectNodeContents(line);
  const { right = 0, height = 0 } = [...text.getClientRects()].at(-1) ?? {};
  const room = line.ownerDocument.documentElement.clientWidth - right - 2 * GAP;
  const column = (line.parentElement ?? line).getBoundingClientRect().right - right;
  const width = Math.max(NARROWEST, Math.min(WIDEST, room, column));
  const marginLeft = `${Math.min(1, room - NARROWEST)}px`;
  return {
    isTight: room < NARROWEST,
    style: { width: `${width}px`, marginTop: `${height / 2 - MIDDLE}px`, marginLeft },
  };
}
