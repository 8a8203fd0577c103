import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Toast } from '../../lib/views/notices';
import { isUndo } from './keys';

/** The step that a message offers to take back, if any: another number for each. */
export function undoable(toast: Toast | null): number | undefined {
  return toast?.kind === 'done' && toast.action ? toast.turn : undefined;
}

/**
 * Ctrl+Z takes back what was done last, in a field as well: there it is the field's own only for what was typed in it
 * since the last step. `step` is another number after each step that can be taken back; `undo` takes the last one back.
 */
export function useUndoInFields(step: number | undefined, undo: () => void): void {
  const typedIn = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    if (step !== undefined) typedIn.current = null;
  }, [step]);

  useLayoutEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener(
      'input',
      ({ target }) => {
        if (target instanceof Element && target.matches('input, textarea'))
          typedIn.current = target;
      },
      { signal },
    );
    document.addEventListener(
      'keydown',
      (event) => {
        const { target } = event;
        if (event.defaultPrevented || !isUndo(event)) return;
        if (!(target instanceof Element) || !target.matches('input, textarea, select')) return;
        if (target === typedIn.current || target.closest('dialog') !== null) return;
        event.preventDefault();
        undo();
      },
      { signal },
    );
    return () => listening.abort();
  }, [undo]);
}
