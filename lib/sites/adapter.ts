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

/** Where on a card there is room for a control, so that it covers nothing that is read or clicked. */
export type Placement =
  /**
   * Along its top edge, at its start. `raised`: there is a picture beneath, so that the control needs a ground of its own;
   * `narrow`: it is not as wide as the card, and has 216 px or more.
   */
  | { on: 'edge'; raised: boolean; narrow: boolean }
  /** At the end of its lower edge, the buttons alone: all else of it is text. */
  | { on: 'foot' }
  /** At the end of a line of its text, which the page does not rewrite. */
  | { on: 'line'; of: HTMLElement };

/**
 * How the listings of one site are read. Pure: DOM in, data out; nothing is changed, nothing is measured, nothing throws
 * on a page that looks otherwise than expected.
 */
export interface ListingAdapter {
  /** What the page's embedded data says. Called again when the page changes; cheap when the data did not. */
  facts(document: Document): PageFacts;
  /** Every card, once, in the page's order. What is not a paper is left out. */
  cards(root: ParentNode): Card[];
  /**
   * The paper that a card shows: from the embedded facts where they have it, else from the DOM. `now` is the clock.
   * Null when the card's element shows another paper by now.
   */
  read(card: Card, facts: PageFacts, now: Date): Paper | null;
  /** Where the control goes. */
  placement(card: Card): Placement;
  /** Whether the page's framework still has to take over the nodes that the server sent. It may never do so. */
  awaitsTakeover(document: Document): boolean;
}

/** The one paper of a paper page. */
export interface PaperOnPage {
  paper: Paper;
  /** The control goes to the end of this line of text, which the page does not rewrite. */
  line: HTMLElement;
}

/** How the paper pages of one site are read; pure, like `ListingAdapter`. */
export interface PaperAdapter {
  /** The paper of the page at an address; null where it states none (yet). */
  read(document: Document, url: URL): PaperOnPage | null;
  /** As for listings; a page of plain server HTML has none. */
  awaitsTakeover?(document: Document): boolean;
}

/** All that is known about the markup of one site, for each page kind that it has (`sites.ts` says which). */
export interface Adapter {
  listing?: ListingAdapter;
  paper?: PaperAdapter;
}
