import type { ComponentChild, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { numberText, text } from '../../lib/text/text';

/** Items that are shown at first, and that every "more" adds. */
const PAGE = 50;

export interface MoreItemsProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  show: (item: T) => ComponentChild;
  /** Items that are about to be shown. */
  onShown?: (items: readonly T[]) => void;
}

/** The beginning of a list that may be very long, and a way to more of it. */
export function MoreItems<T>({ items, keyOf, show, onShown }: MoreItemsProps<T>): JSX.Element {
  const [count, setCount] = useState(PAGE);
  const list = useRef<HTMLUListElement>(null);
  const told = useRef(0);
  const last = useRef(count);
  useEffect(() => {
    onShown?.(items.slice(told.current, count));
    told.current = count;
  }, [items, count, onShown]);
  useLayoutEffect(() => {
    // Reading goes on with the first of those that came.
    const first = list.current?.children[last.current];
    if (count !== last.current && first instanceof HTMLElement) first.focus();
    last.current = count;
  }, [count]);
  const more = Math.min(items.length - count, PAGE);
  return (
    <>
      <ul class="items" ref={list}>
        {items.slice(0, count).map((item) => (
          <li key={keyOf(item)} tabIndex={-1}>
            {show(item)}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="button items-more" onClick={() => setCount(count + more)}>
          {text('importShowMore', numberText(more))}
        </button>
      )}
    </>
  );
}
