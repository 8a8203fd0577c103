import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';

/** What a site's page says in its embedded data, by paper id. A hint only: it may describe an earlier state of the page. */
export interface PageFacts {
  papers: Pick<ReadonlyMap<PaperId, Partial<Paper>>, 'get'>;
  /** The page's own "today", `YYYY-MM-DD`, where it says so; dates without a year are read by it. */
  today?: string | undefined;
}

/** A card found on a page and the paper it shows now. */
export interface Card {
  element: HTMLElement;
  id: PaperId;
}

/** Where a card has room for a line of controls along its top edge. */
export interface Placement {
  side: 'start' | 'end';
  /** Whether there is a picture beneath, so that the controls need a ground of their own. */
  raised: boolean;
}

/**
 * How the pages of one site are read: all that is known about its markup (what its addresses are is in `sites.ts`).
 * Pure: DOM in, data out; nothing is changed, nothing is measured, nothing throws on a page that looks otherwise than
 * expected.
 */
export interface Adapter {
  /** What the page's embedded data says. Called again when the page changes; cheap when the data did not. */
  facts(document: Document): PageFacts;
  /** Every card, once, in the page's order. What is not a paper is left out. */
  cards(root: ParentNode): Card[];
  /**
   * The paper that a card shows: from the embedded facts where they have it, else from the DOM. `now` is the clock.
   * Null when the card's element shows another paper by now.
   */
  read(card: Card, facts: PageFacts, now: Date): Paper | null;
  /** Where on a card the controls go, so that they cover nothing that is read or clicked. */
  placement(card: Card): Placement;
  /** Whether the page's framework still has to take over the nodes that the server sent. It may never do so. */
  awaitsTakeover(document: Document): boolean;
}
