import type { JSX } from 'preact';

export interface ChoiceProps {
  label: string;
  value: string;
  /** `set`: something else than the usual is chosen. `order`: it leaves nothing out. */
  look?: 'set' | 'order' | undefined;
  options: readonly (readonly [value: string, text: string])[];
  onPick: (value: string) => void;
  /** The pointer or the focus came to it. */
  onReach?: () => void;
}

/** A small native select: works with every keyboard, every screen reader and every zoom. */
export function Choice({ label, value, look, options, onPick, onReach }: ChoiceProps): JSX.Element {
  return (
    <select
      class={`choice ${look ?? ''}`}
      aria-label={label}
      title={label}
      value={value}
      onPointerEnter={onReach}
      onFocus={onReach}
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
