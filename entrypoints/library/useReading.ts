import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/papers/ids';
import type { Library } from '../../lib/views/library/library';
import type { PaneAsk } from './Pane';

/** The pane of the paper that is read: what opens it, and what closes it. */
export interface Reading {
  isOpen: boolean;
  /** What the pane is asked for. */
  ask: PaneAsk | null;
  /** The row is where the keys act; `read`: its paper is to be read. */
  activate: (place: number, read: boolean) => void;
  /** The focus comes to the list: to the paper that is read, else to the beginning. */
  enterList: () => void;
  /** Shows a paper in the pane, at a part of it. */
  read: (id: PaperId, part: PaneAsk['part']) => void;
  close: () => void;
}

/**
 * See `Reading`. Beside the list (`beside`) moving in it opens the pane, until the reader closes it; where it covers
 * the list only asking for it does. `focusList` takes the focus when it closes.
 */
export function useReading(view: Library, beside: boolean, focusList: () => void): Reading {
  const [ask, setAsk] = useState<PaneAsk | null>(null);
  const [closed, setClosed] = useState(false);
  const { route, paper, part } = view.address();
  const isOpen = route === 'list' && paper !== null;

  useEffect(() => {
    if (!isOpen) setAsk(null); // the next pane does not do again what this one was asked for
  }, [isOpen]);

  const activate = useCallback(
    (place: number, read: boolean) => {
      view.activate(place);
      const id = view.idAt(place);
      const isShown = view.address().paper !== null;
      if (id === undefined || !(read || isShown || (beside && !closed))) return;
      setClosed(false);
      view.go({ paper: id }, beside || isShown);
    },
    [view, beside, closed],
  );

  useEffect(() => {
    // One arrives at a part once: "back" and a reload do not ask for it again.
    if (paper === null || part === undefined) return;
    view.go({ paper }, true);
    setAsk((last) => ({ part, turn: (last?.turn ?? 0) + 1 }));
  }, [view, paper, part]);

  const enterList = useCallback(() => {
    const { paper: shown } = view.address();
    view.activate(shown === null ? 0 : Math.max(0, view.placeOf(shown)));
  }, [view]);

  return {
    isOpen,
    ask,
    activate,
    enterList,
    read(id, part) {
      setClosed(false);
      view.go({ paper: id }, beside);
      setAsk((last) => ({ part, turn: (last?.turn ?? 0) + 1 }));
    },
    close() {
      setClosed(true);
      view.go({ paper: null }, true);
      focusList();
    },
  };
}
