import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When the element with the focus is taken out of `box`, calls back, so that the focus is never lost.
 * A removed element leaves the focus on the body; so does a click beside everything, which is left alone.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>, onLost: () => void): void {
  const inside = useRef(false);
  // Before the first paint: a row may take the focus as soon as it is there.
  useLayoutEffect(() => {
    const page = box.current?.ownerDocument;
    if (!page) return;
    const note = (event: Event): void => {
      inside.current = event.target instanceof Node && box.current?.contains(event.target) === true;
    };
    page.addEventListener('focusin', note);
    page.addEventListener('pointerdown', note);
    return () => {
      page.removeEventListener('focusin', note);
      page.removeEventListener('pointerdown', note);
    };
  }, [box]);
  useLayoutEffect(() => {
    const page = box.current?.ownerDocument;
    if (inside.current && page && page.activeElement === page.body) onLost();
  });
}
