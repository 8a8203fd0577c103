import { numberText, type TextKey, text } from '../../lib/text/text';
import { icon, made } from '../card/elements';
import * as pictures from '../pictures';

/** What the bar of a listing says. */
export interface NewBarState {
  /** How many of its papers are new. */
  fresh: number;
  /** How many are hidden because they were seen. */
  hidden: number;
  /** Whether new ones can be marked as seen; `undo`: that was just done. */
  marking: 'can' | 'undo' | null;
}

/** What is pressed on it. */
export type NewBarAct = 'previous' | 'next' | 'seeAll' | 'undo' | 'showHidden' | 'close';

/** See `NewBarState`. */
export interface NewBar {
  show(state: NewBarState): void;
  /** Whether it is above the page now. Not whether it is visible: that lays out the whole page, at once. */
  isOpen(): boolean;
}

const BUTTONS: readonly [act: NewBarAct, name: TextKey, picture: string, key?: string][] = [
  ['previous', 'newPrevious', pictures.chevron, '['],
  ['next', 'newNext', pictures.chevron, ']'],
  ['seeAll', 'newSeenAll', pictures.tick],
  ['undo', 'newSeenAllUndo', pictures.undo],
  ['showHidden', 'newShowHidden', pictures.eye],
  ['close', 'newBarClose', pictures.close],
];

/** Fills an element of ours with the bar. */
export function createNewBar(
  bar: HTMLElement,
  document: Document,
  press: (act: NewBarAct) => void,
): NewBar {
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', text('newBarName'));
  const said = made(document, 'span', { class: 'new-said', role: 'img' });
  const buttons = new Map<NewBarAct, HTMLElement>();
  for (const [act, name, picture, key] of BUTTONS) {
    const button = made(
      document,
      'button',
      {
        type: 'button',
        class: `icon-button new-${act}`,
        'aria-label': text(name),
        title: text(name) + (key ? ` (${key})` : ''),
        ...(key && { 'aria-keyshortcuts': key }),
      },
      icon(document, picture),
    );
    button.addEventListener('click', ({ isTrusted }) => isTrusted && press(act));
    buttons.set(act, button);
  }
  bar.append(said, ...buttons.values());

  return {
    isOpen: () => bar.matches(':popover-open'),
    show({ fresh, hidden, marking }) {
      const parts = [
        fresh > 0 ? text('newCount', numberText(fresh)) : text('newCountNone'),
        ...(hidden > 0 ? [text('newHidden', numberText(hidden))] : []),
      ];
      said.dataset['shown'] = parts.join(' · ');
      said.ariaLabel = parts.join(', ');
      const shown: Record<NewBarAct, boolean> = {
        previous: fresh > 0,
        next: fresh > 0,
        seeAll: fresh > 0 && marking === 'can',
        undo: marking === 'undo',
        showHidden: hidden > 0,
        close: true,
      };
      for (const [act, button] of buttons) button.hidden = !shown[act];
    },
  };
}
