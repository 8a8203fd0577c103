import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { Card, ListingAdapter } from './adapter';

/** A list on a site of plain pages: each row is one paper, and says by itself what the page knows about it. */
export interface Rows {
  /** Finds the rows. */
  row: string;
  /** Within a row, finds the line at whose end the control stands; a row without one is that line. */
  line: string;
  /** The paper that a row is about; null where it is not known. */
  idOf(row: HTMLElement): PaperId | null;
  /** What a row of this paper says; null where it is not complete. */
  read(row: HTMLElement, id: PaperId): Paper | null;
}

/** A listing of such rows. */
export function listingOf({ row, line, idOf, read }: Rows): ListingAdapter {
  return {
    facts: () => ({ papers: new Map() }),
    cards: (root) =>
      [...root.querySelectorAll<HTMLElement>(row)].flatMap((element): Card[] => {
        const id = idOf(element);
        return id === null ? [] : [{ element, id }];
      }),
    // A page may have put another paper into the row meanwhile.
    read: ({ element, id }) => (idOf(element) === id ? read(element, id) : null),
    placement: ({ element }) => ({
      on: 'line',
      of: element.querySelector<HTMLElement>(line) ?? element,
    }),
    awaitsTakeover: () => false,
  };
}
