import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/text/text';

export interface PasteFormProps {
  onText: (text: string) => void;
  onCancel: () => void;
}

/** A field for text that is pasted or typed. It takes the focus when it appears. */
export function PasteForm({ onText, onCancel }: PasteFormProps): JSX.Element {
  const [isEmpty, setEmpty] = useState(true);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="paste-form"
      onSubmit={(event) => {
        event.preventDefault();
        const pasted = field.current?.value ?? '';
        if (pasted.trim() !== '') onText(pasted);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label for={id}>{text('importPasteLabel')}</label>
      <textarea
        id={id}
        ref={field}
        rows={6}
        spellcheck={false}
        // The text stays in the field: a copy of 200 MB with every key would be felt.
        onInput={(event) => setEmpty(event.currentTarget.textLength === 0)}
      />
      <div class="actions">
        <button type="submit" class="button button-main" disabled={isEmpty}>
          {text('importPasteLook')}
        </button>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}
