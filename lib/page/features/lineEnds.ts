import { bodyOf } from '../bodyOf';
import { freeSpot } from '../freeSpot';
import { layoutOf } from '../layout';
import type { MarksWorld } from '../loadMarks';
import type { Box } from '../placing';
import { surroundingsOf, type Targets } from '../surroundings';
import type { Feature } from './feature';

/** Milliseconds until a page that reacts to its new width itself has done so. */
const SETTLING = 300;

/** What can be hit of a control that has room for its buttons alone, in CSS pixels. */
const HEIGHT = 30;

/** Between a control and the window's edges, in CSS pixels. */
const EDGE = 4;

/** What this needs of the page. */
export interface LineEndsWorld extends Omit<MarksWorld, 'site'> {
  targets: Targets;
}

/**
 * Controls at the ends of lines. They take the room that is left there when the window has another size; where there is
 * none, as in a narrow window, a control goes to the nearest place where it covers nothing that is pressed.
 */
export function createLineEnds(world: LineEndsWorld): Feature {
  const { document, isListing, all, controlOn, signal } = world;
  /** Cards whose controls have come, or come again, since room was looked for. */
  const fresh = new Set<HTMLElement>();

  /** All of them are asked before any of them is changed. */
  function realign(): void {
    const lines = all().filter(({ placement }) => placement.on === 'line');
    const layouts = lines.map(({ card, placement }) => layoutOf(card, placement));
    for (const [at, { strip }] of lines.entries()) strip.style.cssText = layouts[at]?.style ?? '';
    findRoom(lines.map(({ card }) => card));
  }

  function findRoom(cards: readonly HTMLElement[]): void {
    const homeless = cards.flatMap((card) => {
      const strip = controlOn(card)?.element.parentElement;
      const isHomeless = strip?.style.visibility === 'hidden';
      strip?.classList.toggle('covering', isHomeless);
      return isHomeless ? { card, strip } : [];
    });
    const taken: Box[] = [];
    const moves = homeless.map(({ card, strip }) => {
      const move = moveOf(card, strip, taken);
      taken.push(move.to);
      return move;
    });
    for (const [at, { strip }] of homeless.entries()) {
      const { x = 0, y = 0 } = moves[at] ?? {};
      const { marginLeft, marginTop } = strip.style;
      Object.assign(strip.style, {
        marginLeft: `${Number.parseFloat(marginLeft) + x}px`,
        marginTop: `${Number.parseFloat(marginTop) + y}px`,
        visibility: 'visible',
      });
    }
  }

  /** @param taken where others go */
  function moveOf(
    card: HTMLElement,
    strip: Element,
    taken: readonly Box[],
  ): { x: number; y: number; to: Box } {
    const { left, top, right } = strip.getBoundingClientRect();
    const box = { left, right, top, bottom: top + HEIGHT };
    const { clientWidth } = document.documentElement;
    // The end of a line that reaches beyond the window is read by scrolling, and so is what stands there.
    const edge = left > clientWidth + 1 ? right : clientWidth - EDGE;
    const within = { ...upAndDown(card), left: EDGE, right: edge };
    const { targets, texts } = surroundingsOf(card, world.targets);
    const { x, y } = freeSpot(box, within, { targets: [...targets, ...taken], texts });
    const to = { left: left + x, right: right + x, top: top + y, bottom: top + y + HEIGHT };
    return { x, y, to };
  }

  function upAndDown(card: HTMLElement): Pick<Box, 'top' | 'bottom'> {
    // The control of a paper page stands at a line of it, in no card.
    if (!isListing) return { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
    const { top } = card.getBoundingClientRect();
    return { top, bottom: bodyOf(card).getBoundingClientRect().bottom };
  }

  window.addEventListener('resize', () => setTimeout(realign, SETTLING), { signal });

  return {
    asks: [],
    has: () => true, // a control that comes again is mounted by all features
    look() {},
    mount({ element }, _paper, placement) {
      if (placement.on !== 'line') return;
      fresh.add(element);
      if (fresh.size > 1) return;
      queueMicrotask(() => {
        findRoom([...fresh]); // once for many cards
        fresh.clear();
      });
    },
    keepOnly() {},
    settle() {},
    refresh() {},
    leave() {},
    comeBack() {},
    owns: () => false,
  };
}
