import type { AboutPaper, Asked } from '../../messages/aboutPapers';
import type { Change } from '../../messages/announce';
import type { PaperId } from '../../papers/ids';
import type { Paper } from '../../papers/paper';
import type { Card, Placement } from '../../sites/adapter';

/**
 * Something that we put on a card, or on a paper page, whose one paper is a card too. The page's scan says which cards
 * there are; the worker says what is stored about their papers.
 */
export interface Feature {
  /** What it needs to know about each paper; `settle` brings it. */
  readonly asks: readonly Asked[];
  /** Resolves when it knows how it is to look; where there is nothing to wait for it is not there. */
  readonly ready?: Promise<void>;
  /** Whether a card has all that this puts on it, for the paper it shows now, and still in its place. */
  has(card: Card): boolean;
  /** Asks how cards are laid out, before anything is put on them: to ask between two insertions is slow. */
  look(cards: readonly Card[], placementOf: (card: Card) => Placement): void;
  /** Puts what this shows on a card, or brings back what it had. */
  mount(card: Card, paper: Paper, placement: Placement): void;
  /** Takes it off the cards that are no longer there. */
  keepOnly(cards: readonly Card[]): void;
  /** What the worker says about a paper of the page, asked for by this or by another feature. */
  settle(id: PaperId, about: AboutPaper): void;
  /** Annotations changed elsewhere: the page asks again for what features ask for, and for nothing else. */
  refresh(change: Change): void;
  /** The page may be gone in a moment: whatever waits is to be sent now. */
  leave(): void;
  /** The page was kept by the browser and is back. */
  comeBack(): void;
  /** Whether a node is one that this inserted. */
  owns(node: Node): boolean;
}
