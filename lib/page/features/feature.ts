import type { Change } from '../../messages/announce';
import type { Glance } from '../../papers/glance';
import type { PaperId } from '../../papers/ids';
import type { Paper } from '../../papers/paper';
import type { Card, Placement } from '../../sites/adapter';

/**
 * Something that we put on a card, or on a paper page, whose one paper is a card too. The page's scan says which cards
 * there are; the worker says what is stored about their papers.
 */
export interface Feature {
  /** Whether a card has all that this puts on it, for the paper it shows now, and still in its place. */
  has(card: Card): boolean;
  /** Asks how cards are laid out, before anything is put on them: to ask between two insertions is slow. */
  look(cards: readonly Card[], placementOf: (card: Card) => Placement): void;
  /** Puts what this shows on a card, or brings back what it had. */
  mount(card: Card, paper: Paper, placement: Placement): void;
  /** Takes it off the cards that are no longer there. */
  keepOnly(cards: readonly Card[]): void;
  /** What is stored about a paper of the page, as far as the worker says; undefined: no annotation. */
  settle(id: PaperId, stored: Glance | undefined): void;
  /** Annotations changed elsewhere: what a card shows of them is asked for by the page, whatever else is needed is not. */
  refresh(change: Change): void;
  /** The page may be gone in a moment: whatever waits is to be sent now. */
  leave(): void;
  /** The page was kept by the browser and is back. */
  comeBack(): void;
  /** Whether a node is one that this inserted. */
  owns(node: Node): boolean;
}
