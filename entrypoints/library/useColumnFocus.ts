import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** A column that opens over the page takes the focus, and gives it back as it closes. */
export function useColumnFocus(isOpen: boolean, column: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement;
    column.current?.querySelector('button')?.focus();
    return () => {
      const { activeElement } = document;
      if (activeElement !== document.body && !column.current?.contains(activeElement)) return;
      // Where one went elsewhere meanwhile, what opens the column there stands for what opened it here.
      const back = before?.isConnected ? before : document.querySelector('main button');
      if (back instanceof HTMLElement) back.focus();
    };
  }, [isOpen, column]);
}
