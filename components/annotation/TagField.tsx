import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { EDIT_LIMITS } from '../../lib/papers/annotation';
import { cleanTag, type TagCount, tagKey } from '../../lib/papers/tags';
import { countText, text } from '../../lib/text/text';
import { TagChips } from './TagChips';
import { TagOptions } from './TagOptions';
import { tagMemory } from './tagMemory';
import { preselected, tagOptions } from './tagOptions';

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
  /** Whose tags they are: what is typed for it and not added is there when its field comes back. */
  of?: string;
  /** Whether a tag may be one that nothing has yet; so it is where nothing is said. */
  creates?: boolean;
}

/**
 * Tags as chips, with a field that completes (ARIA combobox with a listbox). Enter takes the row that is marked, the first
 * one to begin with; Ctrl and Enter take what is typed; so does a comma. Leaving the field adds nothing and loses nothing.
 */
export function TagField(props: TagFieldProps): JSX.Element {
  const { tags, inUse, onAdd, onRemove, focus = false, of, creates = true } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [recent, setRecent] = useState<string[]>([]);
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const [most, setMost] = useState(CHIPS);
  /** The row that an arrow key chose; null before that. */
  const [chosen, setChosen] = useState<number | null>(null);
  const question = { typed, inUse, recent, taken: tags, creates };
  const options = open ? tagOptions(question) : [];
  const active = Math.min(chosen ?? preselected(question), options.length - 1);
  const optionId = (index: number): string => `${id}-option-${index}`;

  useLayoutEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);

  useEffect(() => {
    let isGone = false;
    void tagMemory()
      .recall(of)
      .then((known) => {
        if (isGone) return;
        setRecent(known.recent);
        setTyped((now) => (now === '' ? known.draft : now));
      });
    return () => {
      isGone = true;
    };
  }, [of]);

  function keep(rest: string): void {
    setTyped(rest);
    setChosen(null);
    if (of !== undefined) tagMemory().keepDraft(of, rest);
  }

  function add(...all: string[]): void {
    const taken = new Set(['', ...tags.map(tagKey)]);
    const added: string[] = [];
    for (const clean of all.map(cleanTag)) {
      if (!taken.has(tagKey(clean))) added.push(clean);
      taken.add(tagKey(clean));
    }
    for (const tag of added) onAdd(tag);
    if (added.length > 0) {
      tagMemory().added(added);
      setRecent([...added, ...recent]);
      setSaid(text('tagsAdded', added.slice(0, 20).join(', ')));
    }
    keep('');
  }

  function type(value: string): void {
    const parts = value.split(',', PASTED);
    const isPasted = value.length > typed.length + 1;
    const whole = isPasted && parts.length > 1 ? parts : parts.slice(0, -1);
    const rest = whole === parts ? '' : (parts.at(-1) ?? '');
    if (whole.length > 0 && creates) add(...whole);
    if (whole.length === 0) setSaid('');
    keep(rest.slice(0, EDIT_LIMITS.tag)); // no `maxlength`: it would cut a list that is pasted
    setOpen(true);
  }

  function remove(tag: string): void {
    onRemove(tag);
    setSaid(text('tagRemoved', tag));
    input.current?.focus();
  }

  function move(step: number): void {
    const { length } = open ? options : tagOptions(question);
    const from = open ? active : -1;
    setOpen(true);
    if (length > 0) setChosen((from + step + (from < 0 && step < 0 ? 1 : 0) + length) % length);
  }

  function enter(event: KeyboardEvent): void {
    const row = event.ctrlKey || event.metaKey ? undefined : options[active]?.tag;
    if (row === undefined && !creates) return;
    add(row ?? typed);
    setOpen(false);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    if (event.isComposing) return;
    const last = tags.slice(0, most).at(-1);
    if (event.key === 'Enter') enter(event);
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape' && options.length > 0) setOpen(false);
    else if (event.key === 'Escape' && typed !== '') keep('');
    else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="tag-field">
      <label for={id}>{text('tagsLabel')}</label>
      <div class="tag-box">
        <TagChips {...{ tags, most }} onMore={() => setMost(most + CHIPS)} onRemove={remove} />
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
          aria-activedescendant={options[active] && optionId(active)}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            setChosen(null);
          }}
        />
      </div>
      <TagOptions id={`${id}-list`} {...{ options, active, optionId }} onPick={(tag) => add(tag)} />
      <span class="said" role="status">
        {said || (options.length > 0 && countText('tagSuggestions', options.length))}
      </span>
    </div>
  );
}
