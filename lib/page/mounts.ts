import annotationCss from '../../components/annotation/annotation.css?inline';
import cardCss from '../../components/card/card.css?inline';
import { type CardControl, createControlMaker, type Pressed } from '../../components/card/control';
import type { Annotation } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { Card, Placement } from '../sites/adapter';
import { createHostMaker, type Host } from './host';
import { createPatience } from './patience';

/** What the controls show and do, each for the paper that its card shows now. */
export interface Controlled {
  annotationOf(id: PaperId): Annotation | undefined;
  /** A button was pressed. */
  press(paper: Paper, what: Pressed): void;
}

interface Mount {
  paper: Paper;
  host: Host;
  /** What is in the host: where it stands on the card, and the control in it. */
  strip: HTMLElement;
  control: CardControl;
}

/** The controls on the cards of a page: one a card, whatever the page does to its cards. */
export interface Mounts {
  /** Whether a card has its control, for the paper it shows now, and still in its place. */
  has(card: Card): boolean;
  /** Asks how cards are laid out, before anything is put on them: to ask between two insertions is slow. */
  look(cards: readonly Card[]): void;
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
  /** Whether a card is a frame for what is absolute. */
  const frames = new WeakMap<HTMLElement, boolean>();
  const own = new WeakSet<Node>();
  const makeHost = createHostMaker(document, 'card', annotationCss + cardCss);
  const makeControl = createControlMaker(document);

  function look(card: HTMLElement): boolean {
    const isFrame = getComputedStyle(card).position !== 'static';
    frames.set(card, isFrame);
    return isFrame;
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
    own.add(host.element);
    const mount = { paper, host, strip, control };
    file(mount, paper);
    if (annotationOf(paper.id)) draw(mount);
    return mount;
  }

  function put({ host, strip }: Mount, card: HTMLElement): void {
    if (!host.isDressed()) host.dress();
    const isFrame = frames.get(card) ?? look(card);
    strip.parentElement?.remove(); // a line from before
    host.root.append(isFrame ? strip : lineOf(strip));
    card[isFrame ? 'append' : 'prepend'](host.element);
  }

  /** Where a card is no frame: a line in its flow that is one. */
  function lineOf(strip: HTMLElement): HTMLElement {
    const line = document.createElement('div');
    line.className = 'line';
    line.append(strip);
    return line;
  }

  function isOn({ host }: Mount, card: HTMLElement): boolean {
    return host.element.parentNode === card && host.isDressed();
  }

  return {
    has({ element, id }) {
      const mount = mounts.get(element);
      if (mount?.paper.id !== id) return false;
      return isOn(mount, element) || patience.isLost(id);
    },
    look(cards) {
      for (const { element } of cards) look(element);
    },
    mount({ element, id }, paper, placement) {
      const known = mounts.get(element);
      if (known && known.paper.id !== id) {
        file(known, paper);
        draw(known);
      }
      if ((known && isOn(known, element)) || !patience.mayTry(id)) return;
      const mount = known ?? create(paper, placement);
      mounts.set(element, mount);
      put(mount, element);
    },
    keepOnly(cards) {
      const present = new Set(cards.map((card) => card.element));
      for (const [element, mount] of mounts) {
        if (present.has(element)) continue;
        mount.host.element.remove();
        mounts.delete(element);
        byPaper.get(mount.paper.id)?.delete(mount);
      }
    },
    update(id) {
      byPaper.get(id)?.forEach(draw);
    },
    buttons(id) {
      const mount = [...(byPaper.get(id) ?? [])].findLast(({ host }) => host.element.isConnected);
      return mount?.control.buttons ?? [];
    },
    owns: (node) => own.has(node),
  };
}
