import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { text } from '../../lib/text/text';

/** The beginning of the file, or why there is none to see. */
export type ShownPreview =
  | { step: 'loading' }
  | { step: 'ready'; text: string }
  | { step: 'failed' };

export interface ExportPreviewProps {
  preview: ShownPreview | null;
  /** Whether it is open at first. */
  open: boolean;
  onToggle: (open: boolean) => void;
}

/** The first papers as they will be written. */
export function ExportPreview({ preview, open, onToggle }: ExportPreviewProps): JSX.Element {
  const [isOpen, setOpen] = useState(open);
  useEffect(() => onToggle(isOpen), [isOpen, onToggle]);
  return (
    <details
      class="export-preview"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{text('exportPreview')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is scrolled by keyboard when it can have the focus */}
      <pre tabIndex={0} aria-busy={preview?.step === 'loading'}>
        {preview === null || preview.step === 'loading'
          ? text('exportPreviewLoading')
          : preview.step === 'failed'
            ? text('couldNotRead')
            : preview.text || text('exportPreviewEmpty')}
      </pre>
    </details>
  );
}
