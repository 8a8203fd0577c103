import { useLayoutEffect, useRef } from 'preact/hooks';

/** What may take the focus to the list, or away from it. */
export interface ListPlace {
  inList: boolean;
  /** Whether the pane covers the list. */
  covering: boolean;
  /** Whether there is no row. */
  isEmpty: boolean;
  /** The row where keys act. */
  active: number;
}

/** Gives the list the focus that is nowhere: it was in what is gone now, or a key has moved in the list without it. */
export function useListFocus(place: ListPlace, focusList: () => void): void {
  const { inList, covering, isEmpty, active } = place;
  const was = useRef(place);
  useLayoutEffect(() => {
    const before = was.current;
    was.current = { inList, covering, isEmpty, active };
    if (!inList || covering || document.activeElement !== document.body) return;
    const isGone = before.covering || !before.inList || (isEmpty && !before.isEmpty);
    if (isGone || (active >= 0 && active !== before.active)) focusList();
  }, [inList, covering, isEmpty, active, focusList]);
}
