import { useCallback, useState } from 'preact/hooks';

/** Something that is open at a button. */
export interface Anchored<T> {
  of: T;
  anchor: HTMLElement;
}

type Open<T> = (of: T, anchor: HTMLElement) => void;

/** What is open, the way to open it (or, where it is open at this button, to close it), and the way to close it. */
export function useAnchored<T>(): [Anchored<T> | null, Open<T>, () => void] {
  const [open, setOpen] = useState<Anchored<T> | null>(null);
  const press = useCallback<Open<T>>(
    (of, anchor) => setOpen((now) => (now?.anchor === anchor ? null : { of, anchor })),
    [],
  );
  const close = useCallback(() => setOpen(null), []);
  return [open, press, close];
}
