import type { MarksSettings } from '../messages/messages';
import type { PaperId } from '../papers/ids';
import type { Card } from '../sites/adapter';

/** On an element of the page: our style for it (entrypoints/site.content/style.css). */
export const SHADE = 'data-asterism-card';

/** What becomes of a card. */
export type Shade = NonNullable<MarksSettings['seenCards']>;

/** Dims and hides cards of the page, by one attribute. */
export interface Shading {
  /** Whether a card looks as it should. */
  isRight(card: Card): boolean;
  apply(card: Card): void;
  /** Lets it look as the page has it. */
  drop(element: HTMLElement): void;
}

/**
 * See `Shading`.
 * @param wanted how the card of a paper should look, null: as the page has it
 */
export function createShading(document: Document, wanted: (id: PaperId) => Shade | null): Shading {
  /** What somebody is using is not taken away from under them. */
  function shadeOf({ element, id }: Card): Shade | null {
    const shade = wanted(id);
    return shade === 'hide' && element.contains(document.activeElement) ? null : shade;
  }

  function drop(element: HTMLElement): void {
    element.removeAttribute(SHADE);
  }

  return {
    isRight: (card) => card.element.getAttribute(SHADE) === shadeOf(card),
    apply(card) {
      const shade = shadeOf(card);
      if (shade === null) drop(card.element);
      else card.element.setAttribute(SHADE, shade);
    },
    drop,
  };
}
