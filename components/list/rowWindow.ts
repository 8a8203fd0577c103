import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How far outside the window rows exist, in pixels, so that scrolling meets no gap. */
const MARGIN = 800;
/** The window moves by so many rows at once. */
const STEP = 10;
/** Rows that exist before anything is measured: what a popup's window and its margin take. */
const FIRST = 20;
/** A row's height before any is measured. */
const GUESS = 100;

/** Rows `from` (included) to `to` (not included). */
export interface Range {
  from: number;
  to: number;
}

/** Part of a list: one row, or the height of a run of rows that do not exist. */
export type Segment = { index: number } | { after: number; height: number };

/** Which rows of a long list exist: those near the window, and those in `keep` wherever they are. */
export function segmentsOf(
  count: number,
  { from, to }: Range,
  keep: ReadonlySet<number>,
  heightOf: (index: number) => number,
): Segment[] {
  const segments: Segment[] = [];
  let gap: { after: number; height: number } | null = null;
  for (let index = 0; index < count; index++) {
    if ((index >= from && index < to) || keep.has(index)) {
      gap = null;
      segments.push({ index });
    } else if (gap === null) {
      gap = { after: index, height: heightOf(index) };
      segments.push(gap);
    } else {
      gap.height += heightOf(index);
    }
  }
  return segments;
}

/** The rows between two heights, in whole steps. */
export function rangeOf(
  count: number,
  top: number,
  bottom: number,
  heightOf: (index: number) => number,
): Range {
  let from = 0;
  let height = 0;
  while (from < count && height + heightOf(from) < top) {
    height += heightOf(from);
    from += 1;
  }
  let to = from;
  while (to < count && height < bottom) {
    height += heightOf(to);
    to += 1;
  }
  return { from: Math.floor(from / STEP) * STEP, to: Math.ceil((to + 1) / STEP) * STEP };
}

/** The rows near the window of a list that scrolls with its page, and how high each is. Rows carry `data-id`. */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  ids: readonly string[],
): { range: Range; heightOf: (index: number) => number } {
  const [range, setRange] = useState<Range>({ from: 0, to: FIRST });
  const heights = useRef(new Map<string, number>());
  const latest = useRef(ids);
  latest.current = ids;

  function heightOf(index: number): number {
    return heights.current.get(latest.current[index] ?? '') ?? GUESS;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a list of another length is measured again
  useLayoutEffect(() => {
    const view = box.current?.ownerDocument.defaultView;
    if (!view) return;
    let frame = 0;
    const measure = (): void => {
      frame = 0;
      if (!box.current) return;
      for (const row of box.current.querySelectorAll<HTMLElement>('[data-id]')) {
        heights.current.set(row.dataset['id'] ?? '', row.offsetHeight);
      }
      const top = -box.current.getBoundingClientRect().top;
      const next = rangeOf(
        latest.current.length,
        top - MARGIN,
        top + view.innerHeight + MARGIN,
        heightOf,
      );
      setRange((old) => (old.from === next.from && old.to === next.to ? old : next));
    };
    const soon = (): void => {
      frame ||= view.requestAnimationFrame(measure);
    };
    view.addEventListener('scroll', soon, { passive: true });
    view.addEventListener('resize', soon);
    soon();
    return () => {
      view.cancelAnimationFrame(frame);
      view.removeEventListener('scroll', soon);
      view.removeEventListener('resize', soon);
    };
  }, [box, ids.length]);
  return { range, heightOf };
}
