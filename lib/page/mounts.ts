import annotationCss from '../../components/annotation/annotation.css?inline';
import cardCss from '../../components/card/card.css?inline';
import { type CardControl, createControlMaker, type Pressed } from '../../components/card/control';
import type { Annotation } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { Card, Placement } from '../sites/adapter';
import { createHostMaker } from './host';
import { createPatience } from './patience';

const TAG = 'asterism-card';

/** What the controls show and do, each for the paper that its card shows now. */
export interface Controlled {
  annotationOf(id: PaperId): Annotation | undefined;
  /** A button was pressed. */
  press(paper: Paper, what: Pressed): void;
}

interface Mount {
  paper: Paper;
  host: HTMLElement;
  control: CardControl;
}

/** The controls on the cards of a page: one a card, whatever the page does to its cards. */
export interface Mounts {
  /** Whether a card has its control, for the paper it shows now, and still in its place. */
  has(card: Card): boolean;
  /** Puts a control on a card, or brings the one it had back; for another paper where the card was reused. */
  mount(card: Card, paper: Paper, placement: Placement): void;
  /** Takes controls off the cards that are no longer there. */
  keepOnly(cards: readonly Card[]): void;
  /** Shows a paper's annotation anew on all of its cards. */
  update(id: PaperId): void;
  /** The buttons of a paper's control, in order, on the card that was used last; none where it has no card. */
  buttons(id: PaperId): HTMLElement[];
  owns(node: Node): boolean;
}

/** @param now milliseconds that only grow (`performance.now`) */
export function createMounts(
  document: Document,
  { annotationOf, press }: Controlled,
  now: () => number,
): Mounts {
  const mounts = new Map<HTMLElement, Mount>();
  const byPaper = new Map<PaperId, Set<Mount>>();
  const patience = createPatience(now);
  const frames: Record<string, boolean> = {};
  const makeHost = createHostMaker(document, TAG, annotationCss + cardCss);
  const makeControl = createControlMaker(document);

  /** Asked once for the cards of a class: to ask between two insertions is slow. */
  function isFrame(card: HTMLElement): boolean {
    const { className } = card;
    frames[className] ??= getComputedStyle(card).position !== 'static';
    return frames[className];
  }

  function draw({ control, paper }: Mount): void {
    control.show(annotationOf(paper.id));
  }

  function file(mount: Mount, paper: Paper): void {
    byPaper.get(mount.paper.id)?.delete(mount);
    mount.paper = paper;
    mount.control.name(paper.title);
    byPaper.set(paper.id, (byPaper.get(paper.id) ?? new Set()).add(mount));
  }

  /** Nothing half-made is ever seen: the control is complete before its host is inserted. */
  function create(paper: Paper, { side, raised }: Placement): Mount {
    const host = makeHost();
    const control = makeControl((what) => {
      file(mount, mount.paper); // as the last of its paper's
      press(mount.paper, what);
    });
    const strip = document.createElement('div');
    strip.className = `strip ${side}${raised ? ' raised' : ''}`;
    strip.append(control.element);
    host.root.append(strip);
    const mount = { paper, host: host.element, control };
    file(mount, paper);
    if (annotationOf(paper.id)) draw(mount);
    return mount;
  }

  return {
    has({ element, id }) {
      const mount = mounts.get(element);
      if (mount?.paper.id !== id) return false;
      return mount.host.parentNode === element || patience.isLost(id);
    },
    mount({ element, id }, paper, placement) {
      const known = mounts.get(element);
      if (known && known.paper.id !== id) {
        file(known, paper);
        draw(known);
      }
      if (known?.host.parentNode === element || !patience.mayTry(id)) return;
      const mount = known ?? create(paper, placement);
      mounts.set(element, mount);
      element[isFrame(element) ? 'append' : 'prepend'](mount.host); // see :first-child in card.css
    },
    keepOnly(cards) {
      const present = new Set(cards.map((card) => card.element));
      for (const [element, mount] of mounts) {
        if (present.has(element)) continue;
        mount.host.remove();
        mounts.delete(element);
        byPaper.get(mount.paper.id)?.delete(mount);
      }
    },
    update(id) {
      byPaper.get(id)?.forEach(draw);
    },
    buttons(id) {
      const mount = [...(byPaper.get(id) ?? [])].findLast(({ host }) => host.isConnected);
      return mount?.control.buttons ?? [];
    },
    owns: (node) => node.nodeName.toLowerCase() === TAG,
  };
}
