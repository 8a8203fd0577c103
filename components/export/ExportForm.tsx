import type { ComponentChildren, JSX } from 'preact';
import type { ExportFormatId } from '../../lib/formats/exportFormats';
import { text } from '../../lib/text/text';
import { ExportAct, type ExportActProps } from './ExportAct';
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
  run: ExportActProps['run'];
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
      <ExportAct count={count} run={run} actions={actions} />
    </div>
  );
}
