import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface ChoiceGroupProps<V extends string> {
  label: string;
  /** A sentence about it, if it needs one. */
  hint?: string;
  value: V;
  /** `lang`: of a name that is in another language than the page. */
  options: readonly (readonly [value: V, name: string, lang?: string | undefined])[];
  onPick: (value: V) => void;
}

/** One of a few values, all of them in sight. */
export function ChoiceGroup<V extends string>(props: ChoiceGroupProps<V>): JSX.Element {
  const { label, hint, value, options, onPick } = props;
  const name = useId();
  return (
    <fieldset class="choice-group" aria-describedby={hint && `${name}-hint`}>
      <legend>{label}</legend>
      {hint && <small id={`${name}-hint`}>{hint}</small>}
      <div>
        {options.map(([option, said, lang]) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              checked={option === value}
              onChange={() => onPick(option)}
            />
            <span lang={lang}>{said}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
