import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/text/text';
import { useKeptFocus } from '../list/keptFocus';
import { isShortcut, takesKeys } from '../list/keys';
import { ListEnd } from '../list/ListEnd';
import { SingleKeysOn } from '../list/SingleKeys';
import type { TagPageProps } from './props';
import { TagRow } from './TagRow';

export interface TagGridProps
  extends Pick<
    TagPageProps,
    'lines' | 'folded' | 'filter' | 'editing' | 'busy' | 'focus' | 'actions' | 'onPick'
  > {
  onLeaveTop: () => void;
}

/** Rows that are made at once; more when the end comes near. */
const STEP = 200;

/** The outline of tags as a tree grid: one of its rows is a Tab stop, arrows move and fold, keys act on the row. */
export function TagGrid(props: TagGridProps): JSX.Element {
  const { lines, folded, filter, editing, focus, actions, onPick, onLeaveTop } = props;
  const box = useRef<HTMLDivElement>(null);
  const singleKeys = useContext(SingleKeysOn);
  const [chosen, setChosen] = useState<string | null>(null);
  const [limit, setLimit] = useState(STEP);
  /** The row that takes the focus as soon as it is made. */
  const wanted = useRef<string | null>(null);
  const lastIndex = useRef(0);
  const chosenIndex = lines.findIndex(({ key }) => key === chosen);
  // The chosen row is gone: the one that took its place stands for it.
  const activeIndex =
    chosenIndex >= 0 ? chosenIndex : Math.min(lastIndex.current, lines.length - 1);
  lastIndex.current = activeIndex;

  const rowOf = (key: string | undefined): HTMLElement | null =>
    key === undefined
      ? null
      : (box.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null);

  useKeptFocus(box, () => rowOf(lines[activeIndex]?.key)?.focus());

  const asked = useRef(focus?.turn); // what was asked of an earlier grid is done
  useLayoutEffect(() => {
    if (!focus || focus.turn === asked.current) return;
    const index = lines.findIndex(({ key }) => key === focus.key);
    if (index < 0) return; // it is not read yet
    asked.current = focus.turn;
    move(index);
  });

  useLayoutEffect(() => {
    const row = wanted.current === null ? null : rowOf(wanted.current);
    if (row === null) return;
    wanted.current = null;
    row.focus();
  });

  function move(index: number): void {
    const line = lines[Math.min(index, lines.length - 1)];
    if (index < 0 || line === undefined) onLeaveTop();
    else {
      setChosen(line.key);
      const row = rowOf(line.key);
      if (row)
        row.focus(); // at once: the next key may come before the next frame
      else {
        wanted.current = line.key;
        setLimit(lines.length);
      }
    }
  }

  /** Right and left: into what is below a tag, out of it. */
  function step(into: boolean, index: number): void {
    const line = lines[index];
    if (line === undefined) return;
    const isFolded = folded.has(line.key) && filter === '';
    if (into && line.below > 0) {
      if (isFolded) actions.fold(line.key, false);
      else move(index + 1);
    } else if (!into && line.below > 0 && !isFolded && filter === '') actions.fold(line.key, true);
    else if (!into) {
      const parent = lines.slice(0, index).findLastIndex(({ level }) => level < line.level);
      if (parent >= 0) move(parent);
    }
  }

  function act(key: string, index: number): boolean {
    const line = lines[index];
    if (line === undefined) return false;
    if (key === 'ArrowDown' || key === 'j') move(index + 1);
    else if (key === 'ArrowUp' || key === 'k') move(index - 1);
    else if (key === 'Home') move(0);
    else if (key === 'End') move(lines.length - 1);
    else if (key === 'ArrowRight') step(true, index);
    else if (key === 'ArrowLeft') step(false, index);
    else if (key === 'Enter') onPick(line.tag);
    else if (key === 'F2' || key === 'e') actions.edit(line.key, 'name');
    else if (key === 'c') actions.edit(line.key, 'colour');
    else if (key === 'Delete' || key === 'Backspace') actions.askDelete(line.key);
    else return false;
    return true;
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.defaultPrevented || !isShortcut(event, singleKeys.read())) return;
    if (event.key === 'Escape' && editing) actions.closeEditor();
    else {
      const { target } = event;
      if (takesKeys(target) || !(target instanceof HTMLElement)) return;
      // A button in a row is pressed with Enter.
      const isRow = target.dataset['key'] !== undefined;
      const index = lines.findIndex(
        ({ key }) => key === target.closest<HTMLElement>('.tag-row')?.dataset['key'],
      );
      if ((!isRow && event.key === 'Enter') || !act(event.key, index)) return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={box}
      class="tag-grid"
      role="treegrid"
      aria-label={text('tagsTitle')}
      aria-rowcount={lines.length}
      onKeyDown={onKeyDown}
    >
      {lines.slice(0, Math.max(limit, activeIndex + 1)).map((line, index) => (
        <TagRow
          key={line.key}
          line={line}
          position={index + 1}
          active={index === activeIndex}
          isFolded={line.below === 0 ? null : folded.has(line.key) && filter === ''}
          editing={editing?.key === line.key ? editing.part : null}
          busy={props.busy}
          actions={actions}
          onPick={onPick}
          onChoose={setChosen}
        />
      ))}
      {limit < lines.length && <ListEnd length={limit} onNear={() => setLimit(limit + STEP)} />}
    </div>
  );
}
