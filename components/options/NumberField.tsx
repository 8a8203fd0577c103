import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface NumberFieldProps {
  label: string;
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}

/** A field for a whole number; the browser says what is allowed. */
export function NumberField(props: NumberFieldProps): JSX.Element {
  const { label, value, least, most, onChange } = props;
  const id = useId();
  return (
    <div class="number-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        required
        min={least}
        max={most}
        step={1}
        value={Number.isNaN(value) ? '' : value}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
