import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { EDIT_LIMITS } from '../../lib/papers/annotation';
import { cleanTag, completeTag, type TagCount, tagKey } from '../../lib/papers/tags';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

/** Chips that are shown at first, and that each "more" adds: a paper may have ten thousand tags. */
const CHIPS = 100;
/** Tags that are taken from one list that is pasted: as many as one edit may bring. */
const PASTED = EDIT_LIMITS.tags;

export interface TagFieldProps {
  tags: string[];
  /** Tags in use, to complete from. */
  inUse: TagCount[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
  focus?: boolean;
}

/**
 * Tags as chips with a field that completes (ARIA combobox with a listbox): Enter or a comma adds,
 * Backspace in the empty field removes the last. What is typed when the focus leaves, or the field is taken away, is added, not lost.
 */
export function TagField({
  tags,
  inUse,
  onAdd,
  onRemove,
  focus = false,
}: TagFieldProps): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const pending = useRef(typed); // what is typed and not added, at once
  const addPending = useRef(() => {});
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [most, setMost] = useState(CHIPS);
  const shown = tags.slice(0, most);
  const options = open ? completeTag(typed, inUse, tags) : [];
  const optionId = (index: number): string => `${id}-option-${index}`;

  useLayoutEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);

  useEffect(() => () => addPending.current(), []);
  addPending.current = () => add(pending.current);

  function keep(rest: string): void {
    pending.current = rest;
    setTyped(rest);
  }

  function add(...all: string[]): void {
    keep('');
    setOpen(false);
    setActive(-1);
    const taken = new Set(['', ...tags.map(tagKey)]);
    for (const tag of all) {
      const clean = cleanTag(tag);
      if (!taken.has(tagKey(clean))) onAdd(clean);
      taken.add(tagKey(clean));
    }
  }

  function type(value: string): void {
    const parts = value.split(',', PASTED);
    if (parts.length > 1) add(...parts.slice(0, -1));
    const rest = (parts.at(-1) ?? '').slice(0, EDIT_LIMITS.tag); // no `maxlength`: it would cut a list that is pasted
    keep(rest);
    setOpen(rest.trim() !== '');
    setActive(-1);
  }

  function move(step: number): void {
    const count = open ? options.length : completeTag(typed, inUse, tags).length;
    setOpen(true);
    if (count > 0) setActive((active + step + (active < 0 && step < 0 ? 1 : 0) + count) % count);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    if (event.isComposing) return;
    const last = shown.at(-1);
    if (event.key === 'Enter') add(options[active] ?? typed);
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape' && (open || typed !== '')) {
      if (open) setOpen(false);
      else keep('');
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) onRemove(last);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="tag-field">
      <label for={id}>{text('tagsLabel')}</label>
      <div class="tag-box">
        {shown.map((tag) => (
          <span key={tag} class="tag">
            {tag}
            <button
              type="button"
              aria-label={text('removeTag', tag)}
              onClick={() => {
                onRemove(tag);
                input.current?.focus();
              }}
            >
              <Icon picture={pictures.close} />
            </button>
          </span>
        ))}
        {shown.length < tags.length && (
          <button type="button" onClick={() => setMost(most + CHIPS)}>
            {text('showMoreTags', tags.length - shown.length)}
          </button>
        )}
        <input
          id={id}
          ref={input}
          value={typed}
          placeholder={tags.length === 0 ? text('tagPlaceholder') : ''}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={
            active >= 0 && active < options.length ? optionId(active) : undefined
          }
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => add(pending.current)}
        />
      </div>
      <div
        id={`${id}-list`}
        class="tag-options"
        role="listbox"
        aria-label={text('tagsInUse')}
        hidden={options.length === 0}
      >
        {options.map((tag, index) => (
          <div
            key={tag}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            onPointerDown={(event) => {
              event.preventDefault(); // the field keeps the focus
              add(tag);
            }}
          >
            {tag}
          </div>
        ))}
      </div>
    </div>
  );
}
