import type { JSX, Ref } from 'preact';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface SearchBoxProps {
  query: string;
  onInput: (query: string) => void;
  /** The reader goes on to what was found. */
  onLeaveDown: () => void;
  field: Ref<HTMLInputElement>;
}

/** Searches as one types; Escape clears, ArrowDown goes to the list. */
export function SearchBox({ query, onInput, onLeaveDown, field }: SearchBoxProps): JSX.Element {
  return (
    <div class="search-box">
      <Icon picture={pictures.search} />
      <input
        ref={field}
        type="search"
        value={query}
        aria-label={text('searchLabel')}
        placeholder={text('searchPlaceholder')}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Escape' && query !== '') onInput('');
          else if (event.key === 'ArrowDown' || event.key === 'Enter') onLeaveDown();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
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
