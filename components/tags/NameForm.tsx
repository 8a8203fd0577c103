import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { EDIT_LIMITS } from '../../lib/papers/annotation';
import { text } from '../../lib/text/text';

export interface NameFormProps {
  name: string;
  label: string;
  busy?: boolean;
  onSave: (name: string) => void;
  onCancel: () => void;
}

/** A name that is given in place: Enter saves it, Escape leaves it as it was. */
export function NameForm({
  name,
  label,
  busy = false,
  onSave,
  onCancel,
}: NameFormProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  // At once: the next key may come before the next frame.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      class="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = field.current?.value.trim() ?? '';
        if (typed !== '' && !busy) onSave(typed);
      }}
    >
      <input
        ref={field}
        defaultValue={name}
        aria-label={label}
        maxLength={EDIT_LIMITS.tag}
        required
        autocomplete="off"
        spellcheck={false}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          onCancel();
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <button type="submit" class="text-button strong" disabled={busy}>
        {text('saveName')}
      </button>
      <button type="button" class="text-button" onClick={onCancel}>
        {text('cancel')}
      </button>
    </form>
  );
}
