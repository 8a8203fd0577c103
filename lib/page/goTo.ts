import type { Card } from '../sites/adapter';

/** Goes from one of some cards of a page to the next or the previous, round the end. */
export interface Going {
  /**
   * @param cards those to go between, in any order
   * @param all every card of the page: the way begins at the one that has the focus
   */
  go(step: 1 | -1, cards: Iterable<Card>, all: Iterable<Card>): void;
}

/** See `Going`. @param targetOf what takes the focus on a card */
export function createGoing(
  document: Document,
  targetOf: (card: Card) => HTMLElement | undefined,
): Going {
  let last: HTMLElement | null = null;

  /** Where the way begins: at the card in use, at the last one if it is in sight, else at the top of the window. */
  function origin(all: Iterable<Card>): HTMLElement | null {
    const { activeElement } = document;
    const focused = [...all].find(({ element }) => element.contains(activeElement));
    return focused?.element ?? (last && isInSight(last) ? last : null);
  }

  return {
    go(step, cards, all) {
      const from = origin(all);
      const isAhead = ({ element }: Card): boolean =>
        from ? isBefore(from, element) : element.getBoundingClientRect().top >= 0;
      const sorted = [...cards]
        .filter(({ element }) => element.isConnected && element !== from)
        .sort((a, b) => (isBefore(a.element, b.element) ? -1 : 1));
      const ahead = sorted.findIndex(isAhead);
      const next =
        step > 0
          ? (sorted[ahead] ?? sorted[0])
          : sorted.at((ahead < 0 ? sorted.length : ahead) - 1);
      if (!next) return;
      last = next.element;
      last.scrollIntoView({ block: 'nearest' });
      targetOf(next)?.focus();
    },
  };
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return element.isConnected && bottom > 0 && top < window.innerHeight;
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
