import type { ComponentChildren, JSX, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';

export interface TextFieldProps {
  label: string;
  /** A sentence about it, if it needs one. */
  hint?: string;
  value: string;
  onInput: (value: string) => void;
  /** Whether nobody may read along. */
  isSecret?: boolean;
  isRequired?: boolean;
  maxLength?: number;
  /** What the browser may fill in. */
  autocomplete?: string;
  /** What is said about what was typed. */
  children?: ComponentChildren;
}

/** One line of text, with its name above it. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { label, hint, onInput, children } = props;
  const id = useId();
  const shared = {
    id,
    value: props.value,
    required: props.isRequired ?? false,
    maxLength: props.maxLength,
    autocomplete: props.autocomplete ?? 'off',
    autocapitalize: 'off',
    spellcheck: false,
    'aria-describedby': hint && `${id}-hint`,
    onInput: ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) =>
      onInput(currentTarget.value),
  } as const;
  return (
    <div class="text-field">
      <label for={id}>{label}</label>
      {props.isSecret ? <input type="password" {...shared} /> : <input type="text" {...shared} />}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {children}
    </div>
  );
}
