import type { JSX, Ref } from 'preact';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface SearchBoxProps {
  query: string;
  /** What says what is wrong with it. */
  describedBy: string;
  onInput: (query: string) => void;
  /** The reader goes on to what was found. */
  onLeaveDown: () => void;
  /** Where one types; -1: not here. */
  onCaret: (caret: number) => void;
  field: Ref<HTMLInputElement>;
}

/** Searches as one types; Escape clears, ArrowDown goes to the list. */
export function SearchBox(props: SearchBoxProps): JSX.Element {
  const { query, describedBy, onInput, onLeaveDown, onCaret, field } = props;
  return (
    <div class="search-box">
      <Icon picture={pictures.search} />
      <input
        ref={field}
        type="search"
        value={query}
        aria-label={text('searchLabel')}
        aria-describedby={describedBy}
        placeholder={text('searchPlaceholder')}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={({ currentTarget: { value, selectionStart } }) => {
          onCaret(selectionStart ?? value.length);
          onInput(value);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Escape' && query !== '') onInput('');
          else if (event.key === 'ArrowDown' || event.key === 'Enter') onLeaveDown();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onKeyUp={(event) => onCaret(event.currentTarget.selectionStart ?? 0)}
        onClick={(event) => onCaret(event.currentTarget.selectionStart ?? 0)}
        onBlur={() => onCaret(-1)}
      />
      {query !== '' && (
        <button
          type="button"
          class="icon-button"
          aria-label={text('clearSearch')}
          onClick={(event) => {
            const box = event.currentTarget.parentElement;
            onInput('');
            box?.querySelector('input')?.focus();
          }}
        >
          <Icon picture={pictures.close} />
        </button>
      )}
    </div>
  );
}
