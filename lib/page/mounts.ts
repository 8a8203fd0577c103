import buttonsCss from '../../components/annotation/buttons.css?inline';
import cardCss from '../../components/card/card.css?inline';
import { type CardControl, createControlMaker, type Pressed } from '../../components/card/control';
import type { Glance } from '../papers/glance';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { Card, Placement } from '../sites/adapter';
import { createHostMaker, type Host } from './host';
import { createInsertionLimit } from './insertionLimit';
import { type Layout, layoutOf } from './layout';

/** What the controls show and do, each for the paper that its card shows now. */
export interface Controlled {
  /** Undefined where nothing was said, null where that is not known yet. */
  annotationOf(id: PaperId): Glance | null | undefined;
  /** A button was pressed. */
  press(paper: Paper, what: Pressed): void;
  /** An editor may be asked for in a moment. */
  near(): void;
  /** The picture on the star's button, if not a star's. */
  star?: string | undefined;
}

interface Mount {
  paper: Paper;
  host: Host;
  /** What is in the host: where it stands on the card, and the control in it. */
  strip: HTMLElement;
  control: CardControl;
  placement: Placement;
}

/** A control, the box that it stands in, and where that is. */
export interface Placed {
  card: HTMLElement;
  control: CardControl;
  strip: HTMLElement;
  placement: Placement;
}

/** The controls on the cards of a page: one a card, whatever the page does to its cards. */
export interface Mounts {
  /** Whether a card has its control, for the paper it shows now, and still in its place. */
  has(card: Card): boolean;
  /** Asks how cards are laid out, before anything is put on them: to ask between two insertions is slow. */
  look(cards: readonly Card[], placementOf: (card: Card) => Placement): void;
  /** Puts a control on a card, or brings the one it had back; for another paper where the card was reused. */
  mount(card: Card, paper: Paper, placement: Placement): void;
  /** Begins a look at the page: takes controls off the cards that are no longer there. */
  keepOnly(cards: readonly Card[]): void;
  /** Shows a paper's annotation again on all of its cards. */
  update(id: PaperId): void;
  /** Calls a paper by another title than the page states, on all of its cards from now on. */
  rename(id: PaperId, title: string): void;
  /** Puts all controls at the right corner of their cards, or back at the left one, from now on. */
  standAt(isRight: boolean): void;
  /** What a paper is called. */
  titleOf(paper: Paper): string;
  /** The control of a paper, on the card that was used last; none where it has no card. */
  controlOf(id: PaperId): CardControl | undefined;
  /** The control on a card's element. */
  controlOn(element: HTMLElement): CardControl | undefined;
  /** The controls that are on the page, and their cards, in the order in which they came. */
  all(): Placed[];
  owns(node: Node): boolean;
}

/** @param now milliseconds that only grow (`performance.now`) */
export function createMounts(
  document: Document,
  { annotationOf, press, near, star }: Controlled,
  now: () => number,
): Mounts {
  const mounts = new Map<HTMLElement, Mount>();
  const byPaper = new Map<PaperId, Set<Mount>>();
  const limit = createInsertionLimit(now);
  /** Papers that were counted in this look at the page: one on a hundred cards is put there once. */
  const counted = new Set<PaperId>();
  const titles = new Map<PaperId, string>();
  const layouts = new WeakMap<HTMLElement, Layout>();
  const own = new WeakSet<Node>();
  let isRight = false;
  const makeHost = createHostMaker(document, 'card', buttonsCss + cardCss);
  const makeControl = createControlMaker(document, near, star);

  function look(card: HTMLElement, placement: Placement): Layout {
    const layout = layoutOf(card, placement);
    layouts.set(card, layout);
    return layout;
  }

  function titleOf({ id, title }: Paper): string {
    return titles.get(id) ?? title;
  }

  function draw({ control, paper }: Mount): void {
    control.show(annotationOf(paper.id));
  }

  function file(mount: Mount, paper: Paper): void {
    byPaper.get(mount.paper.id)?.delete(mount);
    mount.paper = paper;
    mount.control.name(titleOf(paper));
    byPaper.set(paper.id, (byPaper.get(paper.id) ?? new Set()).add(mount));
  }

  /** Nothing half-made is ever seen: the control is complete before its host is inserted. */
  function create(paper: Paper, placement: Placement): Mount {
    const host = makeHost();
    const control = makeControl((what) => {
      file(mount, mount.paper); // as the last of its paper's
      press(mount.paper, what);
    });
    const strip = document.createElement('div');
    strip.className = stripClass(placement);
    strip.classList.toggle('right', isRight);
    strip.append(control.element);
    own.add(host.element);
    const mount = { paper, host, strip, control, placement };
    file(mount, paper);
    if (annotationOf(paper.id) !== undefined) draw(mount);
    return mount;
  }

  function put({ host, strip, placement }: Mount, card: HTMLElement): void {
    if (!host.isDressed()) host.dress();
    const layout = layouts.get(card) ?? look(card, placement);
    if (placement.on === 'line') {
      strip.style.cssText = layout.style ?? '';
      host.root.append(strip);
      placement.of.append(host.element);
      return;
    }
    strip.parentElement?.remove(); // a line from before
    host.root.append(layout.isFrame ? strip : lineOf(strip));
    card[layout.isFrame || placement.on === 'foot' ? 'append' : 'prepend'](host.element);
  }

  /** Where a card is not a containing block: a line in its flow that is one. */
  function lineOf(strip: HTMLElement): HTMLElement {
    const line = document.createElement('div');
    line.className = 'line';
    line.append(strip);
    return line;
  }

  function mayPut(id: PaperId): boolean {
    if (counted.has(id)) return true;
    if (!limit.mayTry(id)) return false;
    counted.add(id);
    return true;
  }

  function isOn({ host, placement }: Mount, card: HTMLElement): boolean {
    const parent = placement.on === 'line' ? placement.of : card;
    return host.element.parentNode === parent && card.contains(parent) && host.isDressed();
  }

  return {
    has({ element, id }) {
      const mount = mounts.get(element);
      if (mount?.paper.id !== id) return false;
      return isOn(mount, element) || limit.isLost(id);
    },
    look(cards, placementOf) {
      for (const card of cards) look(card.element, placementOf(card));
    },
    mount({ element, id }, paper, placement) {
      const known = mounts.get(element);
      if (known && known.paper.id !== id) {
        file(known, paper);
        draw(known);
      }
      if ((known && isOn(known, element)) || !mayPut(id)) return;
      const mount = known ?? create(paper, placement);
      mount.placement = placement;
      mounts.set(element, mount);
      put(mount, element);
    },
    keepOnly(cards) {
      counted.clear();
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
    rename(id, title) {
      for (const { control, paper } of byPaper.get(id) ?? []) {
        if (title !== titleOf(paper)) control.name(title);
      }
      titles.set(id, title);
    },
    titleOf,
    standAt(now) {
      isRight = now;
      for (const { strip } of mounts.values()) strip.classList.toggle('right', isRight);
    },
    controlOf(id) {
      const mount = [...(byPaper.get(id) ?? [])].findLast(({ host }) => host.element.isConnected);
      return mount?.control;
    },
    controlOn: (element) => mounts.get(element)?.control,
    all: () => Array.from(mounts, ([card, mount]) => ({ card, ...mount })),
    owns: (node) => own.has(node),
  };
}

function stripClass(placement: Placement): string {
  if (placement.on !== 'edge') return `strip on-${placement.on}`;
  return `strip${placement.raised ? ' raised' : ''}${placement.narrow ? ' narrow' : ''}`;
}
