import type { JSX } from 'preact';

export interface SettingSwitchProps {
  label: string;
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A setting that is on or off, and what that means. */
export function SettingSwitch({ label, hint, on, onChange }: SettingSwitchProps): JSX.Element {
  return (
    <label class="single-keys">
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>
        {label}
        <small>{hint}</small>
      </span>
    </label>
  );
}
