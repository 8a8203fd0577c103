import type { JSX, RefObject, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Completion, completeQuery, type Known } from '../../lib/papers/query/complete';
import { type Problem, problemsSaid } from '../../lib/papers/query/problems';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { Completions } from './Completions';
import { QueryProblems } from './QueryProblems';
import { QuerySyntax } from './QuerySyntax';

export interface QueryBoxProps {
  query: string;
  problems: readonly Problem[];
  known: Known;
  now: () => Date;
  onInput: (query: string) => void;
  /** The reader is about to search. */
  onFocus?: () => void;
  /** The reader goes on to what was found. */
  onLeaveDown: () => void;
  field: RefObject<HTMLInputElement | null>;
}

/** Ways to go on that are offered unasked for a word, which most often is meant as one. */
const MOST_FOR_WORDS = 4;

/** A search that completes as it is typed (ARIA combobox with a listbox), and says gently what it cannot read. */
export function QueryBox(props: QueryBoxProps): JSX.Element {
  const { query, problems, known, now, onInput, onLeaveDown, field } = props;
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [open, setOpen] = useState<'typing' | 'asked' | null>(null);
  const [active, setActive] = useState(-1);
  const [focused, setFocused] = useState(false);
  const options = open === null ? [] : completeQuery(query, caret, known, now()).filter(isOffered);
  const placed = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (placed.current === null) return;
    field.current?.setSelectionRange(placed.current, placed.current);
    placed.current = null;
  });

  /** Where nothing is typed yet anything could follow, which is shown to those who ask. */
  function isOffered({ replaceFrom, replaceTo }: Completion, index: number): boolean {
    if (open === 'asked') return true;
    const isValue = query.slice(replaceFrom, replaceTo).includes(':');
    return replaceTo > replaceFrom && (isValue || index < MOST_FOR_WORDS);
  }

  function type(next: string, at: number, goesOn: boolean): void {
    setCaret(at);
    setOpen(goesOn ? 'typing' : null);
    setActive(-1);
    onInput(next);
  }

  function take({ replaceFrom, replaceTo, insert }: Completion): void {
    const at = replaceFrom + insert.length;
    placed.current = at;
    // After a field's name its values are offered.
    type(query.slice(0, replaceFrom) + insert + query.slice(replaceTo), at, insert.endsWith(':'));
  }

  function move(by: number): void {
    const next = active + by;
    setActive(next >= options.length ? -1 : next < -1 ? options.length - 1 : next);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    if (event.isComposing) return;
    const isOpen = options.length > 0;
    const chosen = options[active];
    if (event.key === 'ArrowDown' && event.altKey) {
      setCaret(event.currentTarget.selectionStart ?? query.length);
      setOpen('asked');
    } else if (event.key === 'ArrowDown' && isOpen) move(1);
    else if (event.key === 'ArrowUp' && isOpen) move(-1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen);
    else if (event.key === 'Escape' && isOpen) setOpen(null);
    else if (event.key === 'Escape' && query !== '') type('', 0, false);
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      setOpen(null);
      onLeaveDown();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="query-box">
      <div class="search-box">
        <Icon picture={pictures.search} />
        <input
          ref={field}
          type="text"
          enterkeyhint="search"
          value={query}
          role="combobox"
          aria-label={text('searchLabel')}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-options`}
          aria-activedescendant={options[active] ? `${id}-option-${active}` : undefined}
          aria-describedby={`${id}-problems ${id}-syntax`}
          placeholder={text('searchPlaceholder')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={({ currentTarget: { value, selectionStart } }) =>
            type(value, selectionStart ?? value.length, value !== '')
          }
          onKeyDown={onKeyDown}
          onKeyUp={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onClick={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onFocus={() => {
            setFocused(true);
            props.onFocus?.();
          }}
          onBlur={() => {
            setFocused(false);
            setOpen(null);
            setCaret(-1);
          }}
        />
        {query !== '' && (
          <button
            type="button"
            class="icon-button"
            aria-label={text('clearSearch')}
            onClick={() => {
              type('', 0, false);
              field.current?.focus();
            }}
          >
            <Icon picture={pictures.close} />
          </button>
        )}
      </div>
      {focused && query === '' && options.length === 0 && <QuerySyntax id={`${id}-syntax`} />}
      <Completions id={id} options={options} active={active} onPick={take} />
      <QueryProblems id={`${id}-problems`} query={query} problems={problemsSaid(problems, caret)} />
    </div>
  );
}
