import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ExportFormatId } from '../../lib/formats/exportFormats';
import { countText, numberText, text } from '../../lib/text/text';
import { Outcome } from '../options/Outcome';
import { Progress } from '../options/Progress';
import { ExportPreview, type ShownPreview } from './ExportPreview';
import { FormatPicker } from './FormatPicker';

/** What can be done in the form. */
export interface ExportActions {
  pick: (format: ExportFormatId) => void;
  preview: (shown: boolean) => void;
  begin: () => void;
  cancel: () => void;
}

export interface ExportFormProps {
  formats: readonly ExportFormatId[];
  format: ExportFormatId;
  /** How many papers there are to export; null while that is not known. */
  count: number | null;
  preview: ShownPreview | null;
  run:
    | { step: 'idle' }
    | { step: 'writing'; done: number; total: number }
    | { step: 'said'; said: string; isError: boolean };
  actions: ExportActions;
  /** Whether the preview is open at first. */
  previewOpen?: boolean;
  /** What is to be known before. */
  hint?: string | undefined;
  /** Which papers, where that can be chosen. */
  children?: ComponentChildren;
}

/** Papers into a file: as what, a look at it, how far it is and how it went. */
export function ExportForm(props: ExportFormProps): JSX.Element {
  const {
    formats,
    format,
    count,
    preview,
    run,
    actions,
    previewOpen = false,
    hint,
    children,
  } = props;
  const isWriting = run.step === 'writing';
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(isWriting);
  useEffect(() => {
    // The focus was on "Cancel", which is gone.
    if (was.current && !isWriting && document.activeElement === document.body) {
      button.current?.focus();
    }
    was.current = isWriting;
  }, [isWriting]);

  return (
    <div class="export-form">
      {children && (
        <fieldset class="export-scope" disabled={isWriting}>
          <legend>{text('exportWhich')}</legend>
          {children}
        </fieldset>
      )}
      {hint !== undefined && <p class="export-hint">{hint}</p>}
      <FormatPicker formats={formats} format={format} disabled={isWriting} onPick={actions.pick} />
      <ExportPreview preview={preview} open={previewOpen} onToggle={actions.preview} />
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
    </div>
  );
}
