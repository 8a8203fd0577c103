import { useLayoutEffect, useRef } from 'preact/hooks';

/** What may take the focus to the list: where one is, whether the pane covers the list, and the row where keys act. */
export interface ListPlace {
  inList: boolean;
  covering: boolean;
  active: number;
}

/** Gives the list the focus that is nowhere: it was in what is gone now, or a key has moved in the list without it. */
export function useListFocus({ inList, covering, active }: ListPlace, focusList: () => void): void {
  const was = useRef({ inList, covering, active });
  useLayoutEffect(() => {
    const before = was.current;
    was.current = { inList, covering, active };
    if (!inList || covering || document.activeElement !== document.body) return;
    const isLeft = before.covering || !before.inList;
    if (isLeft || (active >= 0 && active !== before.active)) focusList();
  }, [inList, covering, active, focusList]);
}
