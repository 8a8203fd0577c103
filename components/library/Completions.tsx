import type { JSX } from 'preact';
import type { Completion } from '../../lib/papers/query/complete';
import { numberText, text } from '../../lib/text/text';

export interface CompletionsProps {
  id: string;
  options: readonly Completion[];
  active: number;
  onPick: (option: Completion) => void;
}

/** Ways to go on with a search, each with what it means. */
export function Completions({ id, options, active, onPick }: CompletionsProps): JSX.Element {
  return (
    <div
      id={`${id}-options`}
      class="completions"
      role="listbox"
      aria-label={text('completions')}
      hidden={options.length === 0}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and hears the keys
        <div
          key={option.label}
          id={`${id}-option-${index}`}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          ref={(row) => {
            if (index === active) row?.scrollIntoView({ block: 'nearest' });
          }}
          onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
          onClick={() => onPick(option)}
        >
          <span class="completion">{option.label}</span>
          <span class="completion-hint">{text(option.hint)}</span>
          {option.count !== undefined && (
            <span class="completion-count">{numberText(option.count)}</span>
          )}
        </div>
      ))}
    </div>
  );
}
