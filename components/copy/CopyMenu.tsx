import './copy.css';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { plainText } from '../../lib/maths/spans';
import { COPY_STYLES, type CopyStyle } from '../../lib/papers/copyStyle';
import { COPY_NAMES } from '../../lib/text/copyNames';
import { text } from '../../lib/text/text';

export interface CopyMenuProps {
  /** The paper's, as its site has it. */
  title: string;
  /** The button that it belongs to. */
  anchor: HTMLElement;
  /** Puts the paper on the clipboard. Resolves with null when it is there, else with the text that the browser did not take. */
  onCopy: (as: CopyStyle) => Promise<string | null>;
  onClose: () => void;
}

/** What can be copied of a paper (ARIA menu button). Closing it gives the focus back to where it was. */
export function CopyMenu({ title, anchor, onCopy, onClose }: CopyMenuProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const menu = box.current;
    const before = menu?.ownerDocument.activeElement;
    menu?.showPopover();
    anchor.setAttribute('aria-expanded', 'true');
    return () => {
      anchor.removeAttribute('aria-expanded');
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [anchor]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown instead has another size, and a field
  useLayoutEffect(() => {
    const menu = box.current;
    if (menu) placeBelow(menu, anchor.getBoundingClientRect());
    menu?.querySelector<HTMLElement>('button, textarea')?.focus();
    menu?.querySelector('textarea')?.select();
  }, [anchor, refused]);

  const leave = useCallback(
    ({ target }: Event): void => {
      const isOwn =
        target instanceof Node && [box.current, anchor].some((e) => e?.contains(target));
      if (!isOwn) close.current();
    },
    [anchor],
  );
  useLayoutEffect(() => listen(leave, ['pointerdown']), [leave]);
  // What scrolled before the menu was open is told with the next frame.
  useEffect(() => listen(leave, ['scroll', 'resize']), [leave]);

  async function copy(as: CopyStyle): Promise<void> {
    const left = await onCopy(as);
    if (left === null) onClose();
    else setRefused(left);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    event.stopPropagation(); // what is behind has keys of its own
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (refused !== null || !moved(event.currentTarget, event)) return;
    event.preventDefault();
  }

  const named = {
    role: refused === null ? 'menu' : 'dialog',
    'aria-label': text('copyPaper', plainText(title)),
  } as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a menu, or a dialog when there is nothing left to choose
    <div {...named} ref={box} class="copy-menu" popover="manual" onKeyDown={onKeyDown}>
      {refused === null ? (
        COPY_STYLES.map((as) => (
          <button
            key={as}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => void copy(as)}
          >
            {text(COPY_NAMES[as])}
          </button>
        ))
      ) : (
        <label class="copy-refused">
          <span role="alert">{text('copyRefused')}</span>
          <textarea readOnly rows={5} value={refused} />
        </label>
      )}
    </div>
  );
}

/** Hears events of a window, wherever they are for, until the function that it gives is called. */
function listen(heard: (event: Event) => void, types: readonly string[]): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  for (const type of types) window.addEventListener(type, heard, { capture: true, signal });
  return () => listening.abort();
}

/** Moves the focus within a menu, as keys in menus do; whether the key was one of them. */
function moved(menu: HTMLElement, { key, target }: KeyboardEvent): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = target instanceof HTMLElement ? items.indexOf(target) : -1;
  const next = ((): number => {
    if (key === 'ArrowDown') return (at + 1) % items.length;
    if (key === 'ArrowUp') return (at + items.length - 1) % items.length;
    if (key === 'Home') return 0;
    if (key === 'End') return items.length - 1;
    const begins = (item: HTMLElement): boolean =>
      key.length === 1 && item.textContent.toLowerCase().startsWith(key.toLowerCase());
    const after = items.findIndex((item, index) => index > at && begins(item));
    return after >= 0 ? after : items.findIndex(begins);
  })();
  items[next]?.focus();
  return next >= 0 && key !== ' ';
}

/** Below a button and in line with its end; above it where there is no room, and never out of the window. */
function placeBelow(menu: HTMLElement, button: DOMRect): void {
  const { innerWidth, innerHeight } = window;
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.max(8, Math.min(button.right - width, innerWidth - width - 8));
  const below = button.bottom + 4;
  const top = below + height + 8 <= innerHeight ? below : Math.max(8, button.top - height - 4);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
