import type { JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/text/text';
import { caretIn } from './caret';
import { createNoteText } from './noteText';

export interface NoteFieldProps {
  note: string;
  /** Whether something that was typed is not stored yet. */
  saving?: boolean | undefined;
  /** Called with the whole text on every keystroke, and with the text it was typed over; saving it is the caller's part. */
  onInput: (note: string, was: string) => void;
  focus?: boolean;
}

/**
 * The reader's note. The field follows its paper, except while it has something that is not stored yet; what it tells
 * is what was typed and nothing else.
 */
export function NoteField({
  note,
  saving = false,
  onInput,
  focus = false,
}: NoteFieldProps): JSX.Element {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const isComposing = useRef(false);
  const [first] = useState(note);
  const [own] = useState(() => createNoteText(note));

  useLayoutEffect(() => {
    if (!focus || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [focus]);

  function follow(): void {
    if (isComposing.current) return; // another text would end it
    const shown = own.follow(note, saving);
    if (shown !== null && area.current) show(area.current, shown);
  }
  useEffect(follow, [note, saving, own.follow]);

  function tell({ value }: HTMLTextAreaElement): void {
    const was = own.typed(value);
    if (was !== null) onInput(value, was);
  }

  return (
    <div class="note-field">
      <label for={id}>{text('noteLabel')}</label>
      <span id={`${id}-hint`} class="field-hint">
        {text('noteIsMarkdown')}
      </span>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        ref={area}
        rows={4}
        defaultValue={first}
        placeholder={text('notePlaceholder')}
        onInput={(event) => {
          isComposing.current = event.isComposing;
          tell(event.currentTarget);
        }}
        onCompositionEnd={() => {
          isComposing.current = false;
          follow();
        }}
        onBlur={(event) => tell(event.currentTarget)}
      />
    </div>
  );
}

/** Shows another text in a field, and leaves the caret where it was in what stays. */
function show(field: HTMLTextAreaElement, next: string): void {
  const { value, selectionStart, selectionEnd, scrollTop } = field;
  if (value === next) return;
  field.value = next;
  field.setSelectionRange(caretIn(next, value, selectionStart), caretIn(next, value, selectionEnd));
  field.scrollTop = scrollTop;
}
