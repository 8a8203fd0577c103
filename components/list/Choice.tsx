import type { JSX } from 'preact';

export interface ChoiceProps {
  label: string;
  value: string;
  /** Whether something else than the usual is chosen. */
  set: boolean;
  options: readonly (readonly [value: string, text: string])[];
  onPick: (value: string) => void;
}

/** A small native select: works with every keyboard, every screen reader and every zoom. */
export function Choice({ label, value, set, options, onPick }: ChoiceProps): JSX.Element {
  return (
    <select
      class={set ? 'choice set' : 'choice'}
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onPick(event.currentTarget.value)}
    >
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}
