import { hydrate, render } from 'preact';
import annotationCss from '../../components/annotation/annotation.css?inline';
import { CardControl, type CardControlProps } from '../../components/card/CardControl';
import cardCss from '../../components/card/card.css?inline';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { Card, Placement } from '../sites/site';
import { createHostMaker } from './host';
import { createPatience } from './patience';
import { createStamp, TITLE_MARK } from './stamp';

const TAG = 'asterism-card';

/** What a control shows and does, for the paper that its card shows now. */
export type ControlOf = (paper: Paper) => CardControlProps;

interface Mount {
  paper: Paper;
  host: HTMLElement;
  strip: HTMLElement;
  /** Whether the control is rendered; until it is touched or has something to show, it is a copy. */
  isLive: boolean;
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
  const makeHost = createHostMaker(document, TAG, annotationCss + cardCss);
  const stamp = createStamp(renderBlank(document));

  function draw(mount: Mount): void {
    if (!mount.isLive) enliven(mount);
    render(<CardControl {...controlOf(mount.paper)} />, mount.strip);
  }

  /** Takes the copy over as it is: same nodes, so that the click that is under way and the focus stay. */
  function enliven(mount: Mount): void {
    mount.isLive = true;
    hydrate(<CardControl {...controlOf(mount.paper)} annotation={undefined} />, mount.strip);
  }

  function file(mount: Mount, paper: Paper): void {
    byPaper.get(mount.paper.id)?.delete(mount);
    mount.paper = paper;
    byPaper.set(paper.id, (byPaper.get(paper.id) ?? new Set()).add(mount));
  }

  /** Nothing half-made is ever seen: the control is complete before its host is inserted. */
  function create(paper: Paper, placement: Placement): Mount {
    const host = makeHost();
    const strip = document.createElement('div');
    strip.className = ['strip', placement.side, placement.raised ? 'raised' : ''].join(' ');
    strip.append(stamp(paper.title));
    host.root.append(strip);
    const mount = { paper, host: host.element, strip, isLive: false };
    strip.addEventListener('click', () => mount.isLive || draw(mount), { capture: true });
    file(mount, paper);
    if (controlOf(paper).annotation) draw(mount);
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
        if (!known.isLive) enliven(known); // as the paper that it was made for
        file(known, paper);
        draw(known);
      }
      if (known?.host.parentNode === element || !patience.mayTry(id)) return;
      const mount = known ?? create(paper, placement);
      mounts.set(element, mount);
      element.append(mount.host);
    },
    keepOnly(cards) {
      const present = new Set(cards.map((card) => card.element));
      for (const [element, mount] of mounts) {
        if (present.has(element)) continue;
        if (mount.isLive) render(null, mount.strip);
        mount.host.remove();
        mounts.delete(element);
        byPaper.get(mount.paper.id)?.delete(mount);
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

/** A control of a paper that nothing is said of, with a mark for its title. */
function renderBlank(document: Document): HTMLElement {
  const original = document.createElement('div');
  const nothing = (): void => {};
  const blank = { annotation: undefined, onStar: nothing, onEdit: nothing };
  render(<CardControl {...blank} title={TITLE_MARK} />, original);
  return original;
}
