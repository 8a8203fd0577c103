import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Heights of the bars where letters are as large as we made them, in pixels; popup.css has the same. */
const MADE = { '--bar-top': 126, '--bar-bottom': 42 } as const;

/** Keeps the focus out from under the bars where large letters make them higher. */
export function useBars(root: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const header = root.current?.querySelector('header');
    const footer = root.current?.querySelector('footer');
    if (!header || !footer) return;
    const watching = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const name = target === header ? '--bar-top' : '--bar-bottom';
        const height = Math.max(MADE[name], Math.ceil(borderBoxSize[0]?.blockSize ?? 0) + 2);
        document.documentElement.style.setProperty(name, `${height}px`);
      }
    });
    watching.observe(header);
    watching.observe(footer);
    return () => watching.disconnect();
  }, [root]);
}
