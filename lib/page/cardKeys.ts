import { pressKeyIn } from '../../components/card/controlKeys';
import { type AnnotationPatch, STATUSES } from '../papers/annotation';
import type { Paper } from '../papers/paper';
import { text } from '../text/text';
import type { Editing, EditingWorld } from './editing';
import { dispatchOwn } from './madeUp';

/**
 * What a key does on a page: `paper` is that whose control has the focus, undefined where none has; `isSingle` whether
 * keys of one letter are shortcuts.
 */
export type CardKeys = (key: string, paper: Paper | undefined, isSingle: boolean) => void;

/**
 * Single-key shortcuts on a listing: j and k go from card to card, wherever the focus is; the others act on the card
 * whose control has it (docs/decisions/0003).
 */
export function createCardKeys(
  { document, annotations, mounts, notify }: Omit<EditingWorld, 'send'>,
  edit: Editing['edit'],
  dismiss: (paper: Paper) => Promise<void>,
): CardKeys {
  function move(step: 1 | -1): void {
    const cards = mounts
      .all()
      .map(({ card, control: { star } }) => {
        const { host } = star.getRootNode() as ShadowRoot; // where mounts put it
        return { card, star, host };
      })
      .filter(({ host }) => host?.isConnected)
      .sort((a, b) => (isBefore(a.host, b.host) ? -1 : 1));
    const at = cards.findIndex(({ host }) => host === document.activeElement);
    const inSight = cards.findIndex(
      // Its card first: to ask where a control is makes the layout of a card that is out of sight.
      ({ card, star }) =>
        card.getBoundingClientRect().bottom > 0 && star.getBoundingClientRect().top >= 0,
    );
    const next = cards[at >= 0 ? at + step : step > 0 ? inSight : inSight - 1];
    if (!next) return;
    next.host.parentElement?.scrollIntoView({ block: 'nearest' });
    next.star.focus();
  }

  function actOn(paper: Paper, key: string): void {
    const status = STATUSES['123'.indexOf(key)];
    const star = mounts.controlOf(paper.id)?.star;
    const patches: { [key: string]: AnnotationPatch } = {
      s: { starred: star?.ariaPressed !== 'true' },
      '0': { status: null },
      ...(status ? { [key]: { status } } : {}),
    };
    const patch = patches[key];
    if (patch) annotations.patch(paper, patch);
    else if (key === 't') void edit(paper, 'tags');
    else if (key === 'n') void edit(paper, 'note');
    else if (key === 'x') void dismiss(paper);
    else if (key === '?') notify(text('cardKeys'));
  }

  return (key, paper, isSingle) => {
    const control = paper && mounts.controlOf(paper.id)?.element;
    if (control && pressKeyIn(control, key, clickAsOurs)) return;
    if (!isSingle) return;
    if (key === 'j') move(1);
    else if (key === 'k') move(-1);
    else if (paper) actOn(paper, key);
  };
}

function clickAsOurs(chip: HTMLElement): void {
  dispatchOwn(chip, new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
