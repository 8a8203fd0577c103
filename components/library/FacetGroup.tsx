import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { tagKey } from '../../lib/papers/tags';
import { numberText, text } from '../../lib/text/text';

/** One value by which a list can be narrowed. */
export interface FacetChoice {
  key: string;
  label: string;
  /** Null: not counted. */
  count: number | null;
  chosen: boolean;
  /** The tag that it stands for, if it is one. */
  tag?: string | undefined;
}

export interface FacetGroupProps {
  title: string;
  choices: readonly FacetChoice[];
  onToggle: (key: string) => void;
}

/** Values that are shown before the reader asks for all. */
const FEW = 6;

/** The values of one facet: a click narrows the list to one, another takes that back. */
export function FacetGroup({ title, choices, onToggle }: FacetGroupProps): JSX.Element | null {
  const id = useId();
  const [all, setAll] = useState(false);
  if (choices.length === 0) return null;
  const isLong = choices.length > FEW + 1;
  const shown = isLong && !all ? choices.filter((one, at) => at < FEW || one.chosen) : choices;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms that are sent
    <div class="facet" role="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {shown.map(({ key, label, count, chosen, tag }) => (
        <button
          key={key}
          type="button"
          class="facet-value"
          data-tag={tag === undefined ? undefined : tagKey(tag)}
          aria-pressed={chosen}
          title={label}
          onClick={() => onToggle(key)}
        >
          <span class="facet-label" dir="auto">
            {label}
          </span>
          {count !== null && <span class="facet-count">{numberText(count)}</span>}
        </button>
      ))}
      {isLong && (
        <button type="button" class="facet-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text('fewerValues') : text('moreValues', numberText(choices.length - FEW))}
        </button>
      )}
    </div>
  );
}
