import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { countText, numberText, text } from '../../lib/text/text';
import { Outcome } from '../options/Outcome';
import { Progress } from '../options/Progress';

export interface ExportActProps {
  /** How many papers there are to export; null while that is not known. */
  count: number | null;
  run:
    | { step: 'idle' }
    | { step: 'writing'; done: number; total: number }
    | { step: 'said'; said: string; isError: boolean };
  actions: { begin: () => void; cancel: () => void };
}

/** The button that begins an export, how far it is and how it went. */
export function ExportAct({ count, run, actions }: ExportActProps): JSX.Element {
  const isWriting = run.step === 'writing';
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(isWriting);
  useLayoutEffect(() => {
    // The focus was on "Cancel", which is gone.
    if (was.current && !isWriting && document.activeElement === document.body) {
      button.current?.focus();
    }
    was.current = isWriting;
  }, [isWriting]);

  return (
    <div class="export-act">
      {isWriting ? (
        <Progress
          label={text('exporting', numberText(run.done), numberText(run.total))}
          done={run.done}
          total={run.total}
          onCancel={actions.cancel}
        />
      ) : (
        <button
          ref={button}
          type="button"
          class="button button-main export-begin"
          disabled={count === null || count === 0}
          onClick={actions.begin}
        >
          {countText('exportPapers', count ?? 0, numberText(count ?? 0))}
        </button>
      )}
      <Outcome
        said={run.step === 'said' ? run.said : null}
        isError={run.step === 'said' && run.isError}
      />
    </div>
  );
}
