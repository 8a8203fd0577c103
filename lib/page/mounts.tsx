import { render } from 'preact';
import annotationCss from '../../components/annotation/annotation.css?inline';
import { CardControl, type CardControlProps } from '../../components/card/CardControl';
import cardCss from '../../components/card/card.css?inline';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { Card, Placement } from '../sites/site';
import { createHost } from './host';
import { createPatience } from './patience';

const TAG = 'asterism-card';
const CSS = annotationCss + cardCss;

/** What a control shows and does, for the paper that its card shows now. */
export type ControlOf = (paper: Paper) => CardControlProps;

interface Mount {
  id: PaperId;
  paper: Paper;
  host: HTMLElement;
  strip: HTMLElement;
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
  /** The buttons of a paper's control, in order; none where it has no card. */
  buttons(id: PaperId): HTMLElement[];
  owns(node: Node): boolean;
}

/**
 * @param controlOf what the control of a paper shows
 * @param now milliseconds that only grow (`performance.now`)
 */
export function createMounts(document: Document, controlOf: ControlOf, now: () => number): Mounts {
  const mounts = new Map<HTMLElement, Mount>();
  const byPaper = new Map<PaperId, Set<Mount>>();
  const patience = createPatience(now);

  function draw(mount: Mount): void {
    render(<CardControl {...controlOf(mount.paper)} />, mount.strip);
  }

  function file(mount: Mount, id: PaperId): void {
    byPaper.get(mount.id)?.delete(mount);
    mount.id = id;
    byPaper.set(id, (byPaper.get(id) ?? new Set()).add(mount));
  }

  function create(card: Card, paper: Paper, placement: Placement): Mount {
    const host = createHost(document, TAG, CSS);
    const strip = document.createElement('div');
    strip.className = ['strip', placement.side, placement.raised ? 'raised' : ''].join(' ');
    host.root.append(strip);
    const mount = { id: card.id, paper, host: host.element, strip };
    file(mount, card.id);
    draw(mount); // before it is inserted: one layout, and nothing half-made is ever seen
    return mount;
  }

  return {
    has({ element, id }) {
      const mount = mounts.get(element);
      if (mount?.id !== id) return false;
      return mount.host.parentNode === element || patience.isLost(id);
    },
    mount(card, paper, placement) {
      const known = mounts.get(card.element);
      if (known && known.id !== card.id) {
        file(known, card.id);
        known.paper = paper;
        draw(known);
      }
      if (known?.host.parentNode === card.element) return;
      if (!patience.mayTry(card.id)) return;
      const mount = known ?? create(card, paper, placement);
      mounts.set(card.element, mount);
      card.element.append(mount.host);
    },
    keepOnly(cards) {
      const present = new Set(cards.map((card) => card.element));
      for (const [element, mount] of mounts) {
        if (present.has(element)) continue;
        render(null, mount.strip);
        mount.host.remove();
        mounts.delete(element);
        byPaper.get(mount.id)?.delete(mount);
      }
    },
    update(id) {
      byPaper.get(id)?.forEach(draw);
    },
    buttons(id) {
      const mount = [...(byPaper.get(id) ?? [])].find(({ host }) => host.isConnected);
      return mount ? [...mount.strip.querySelectorAll('button')] : [];
    },
    owns: (node) => node.nodeName.toLowerCase() === TAG,
  };
}
