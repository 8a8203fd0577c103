import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { text } from '../../lib/text/text';

export interface NoteFieldProps {
  note: string;
  /** Called with the whole text on every keystroke; saving it is the caller's part. */
  onInput: (note: string) => void;
  focus?: boolean;
}

/** The reader's note. While it has the focus it owns its text: a change from elsewhere waits until it has not. */
export function NoteField({ note, onInput, focus = false }: NoteFieldProps): JSX.Element {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (!focus || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [focus]);

  useEffect(() => {
    const field = area.current;
    if (!field) return;
    const root = field.getRootNode() as Document | ShadowRoot; // a connected element's root is one of these
    if (root.activeElement !== field && field.value !== note) field.value = note;
  }, [note]);

  return (
    <div class="note-field">
      <label for={id}>{text('noteLabel')}</label>
      <textarea
        id={id}
        ref={area}
        rows={4}
        defaultValue={note}
        placeholder={text('notePlaceholder')}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={(event) => {
          if (event.currentTarget.value !== note) onInput(event.currentTarget.value);
        }}
      />
    </div>
  );
}
