import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { useObservable } from '../../components/list/useObservable';
import type { PaperId } from '../../lib/papers/ids';
import type { PanePart } from '../../lib/views/library/commands';
import type { Library } from '../../lib/views/library/library';
import { createPane, type PaneAsk } from '../../lib/views/library/pane';

/** The pane of the paper that is read (`createPane`), as this page shows it. */
export interface Reading {
  isOpen: boolean;
  /** What the pane is asked for. */
  ask: PaneAsk | null;
  activate: (place: number, read: boolean) => void;
  /** The focus comes to the list: to the paper that is read, else to the beginning. */
  enterList: () => void;
  read: (id: PaperId, part: PanePart) => void;
  close: () => void;
}

/** See `Reading`; `beside`: the pane is beside the list. `focusList` takes the focus when it closes. */
export function useReading(view: Library, beside: boolean, focusList: () => void): Reading {
  const pane = useMemo(() => createPane(view), [view]);
  useObservable(pane);
  const { route, paper, part } = view.address();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address has changed
  useEffect(() => pane.follow(), [pane, route, paper, part]);

  const activate = useCallback(
    (place: number, read: boolean) => pane.activate(place, read, beside),
    [pane, beside],
  );
  const enterList = useCallback(() => {
    const { paper: shown } = view.address();
    view.activate(shown === null ? 0 : Math.max(0, view.placeOf(shown)));
  }, [view]);

  return {
    isOpen: pane.isOpen(),
    ask: pane.ask(),
    activate,
    enterList,
    read: (id, asked) => pane.read(id, asked, beside),
    close() {
      pane.close();
      focusList();
    },
  };
}
