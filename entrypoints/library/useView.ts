import { useEffect, useMemo } from 'preact/hooks';
import { useObservable } from '../../components/list/useObservable';
import type { Change } from '../../lib/messages/announce';
import type { Observable } from '../../lib/views/observable';
import { paced } from '../../lib/views/pacing';

/** A part of the page that reads for itself, and hears of changes. */
interface Part extends Observable {
  open(): Promise<void>;
  changed(change: Change): Promise<void>;
}

/** Calls back on every change of annotations, until the signal aborts. */
export type OnChange = (heard: (change: Change) => void, signal: AbortSignal) => void;

/** Makes a part, has it read, and keeps it up to date as long as it is shown. */
export function useView<P extends Part>(create: () => P, onChange: OnChange): P {
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once, from what never changes
  const part = useMemo(create, []);
  useObservable(part);
  useEffect(() => {
    const watching = new AbortController();
    onChange(
      paced((change) => part.changed(change)),
      watching.signal,
    );
    void part.open();
    return () => watching.abort();
  }, [part, onChange]);
  return part;
}
