import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/papers/ids';
import type { ListedPaper } from '../../lib/papers/list';
import type { InParts } from '../../lib/papers/query/marks';
import type { TagCount } from '../../lib/papers/tags';
import { text } from '../../lib/text/text';
import type { Part } from '../annotation/AnnotationEditor';
import { useKeptFocus } from './keptFocus';
import { type RowCommand, rowCommand, takesKeys } from './keys';
import { ListEnd } from './ListEnd';
import { type ListActions, PaperRow } from './PaperRow';
import { segmentsOf, useRowWindow } from './rowWindow';
import { SingleKeysOn } from './SingleKeys';

export interface PaperListProps {
  papers: ListedPaper[];
  /** How many there are in all, as far as known; -1: not known. */
  setSize: number;
  inParts: InParts;
  editing: { id: PaperId; part: Part | undefined } | null;
  tagsInUse: TagCount[];
  /** The paper whose row is to take the focus; a new `turn` asks again. */
  focus: { id: PaperId; turn: number } | null;
  actions: ListActions;
  /** The end of `papers` is near; absent: there is no more. */
  onMore?: (() => void) | undefined;
  /** The focus goes up out of the list. */
  onLeaveTop: () => void;
}

type EditCommand = Extract<RowCommand, { do: 'star' | 'status' | 'part' | 'edit' | 'remove' }>;

function act(
  command: EditCommand,
  { id, annotation, bookmarked }: ListedPaper,
  actions: ListActions,
): void {
  if (command.do === 'star') actions.patch(id, { starred: !annotation.starred });
  else if (command.do === 'status') actions.patch(id, { status: command.status });
  else if (command.do === 'part') actions.edit(id, command.part);
  else if (command.do === 'edit') actions.edit(id);
  else if (bookmarked) actions.remove(id);
}

/** A list of papers: one of its rows is a Tab stop, arrows move between rows, keys act on the row. */
export function PaperList(props: PaperListProps): JSX.Element {
  const { papers, editing, actions } = props;
  const box = useRef<HTMLDivElement>(null);
  const singleKeys = useContext(SingleKeysOn);
  const [chosen, setChosen] = useState<PaperId | null>(null);
  const [wanted, setWanted] = useState<PaperId | null>(null);
  const lastIndex = useRef(0);

  const chosenIndex = papers.findIndex(({ id }) => id === chosen);
  // The chosen row is gone: the one that took its place stands for it.
  const activeIndex =
    chosenIndex >= 0 ? chosenIndex : Math.min(lastIndex.current, papers.length - 1);
  lastIndex.current = Math.max(activeIndex, 0);
  const active = papers[activeIndex]?.id ?? null;

  const rowOf = (id: PaperId): HTMLElement | null =>
    box.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;

  useKeptFocus(box, () => {
    if (active === null) props.onLeaveTop();
    else rowOf(active)?.focus({ preventScroll: true });
  });

  /** At once where the row exists: the next key may come before the next frame. */
  function focusRow(id: PaperId | undefined): void {
    if (id === undefined) return;
    setChosen(id);
    const row = rowOf(id);
    if (row) row.focus();
    else setWanted(id);
  }

  const asked = useRef(props.focus?.turn); // what was asked of an earlier list is done
  useLayoutEffect(() => {
    if (!props.focus || props.focus.turn === asked.current) return;
    asked.current = props.focus.turn;
    focusRow(props.focus.id);
  });

  useLayoutEffect(() => {
    if (wanted === null) return;
    if (wanted !== chosen)
      setChosen(wanted); // its row may have to be made first
    else {
      rowOf(wanted)?.focus();
      setWanted(null);
    }
  });

  function run(command: RowCommand, index: number): void {
    const listed = papers[index];
    if (listed === undefined) return;
    if (command.do === 'move' && index + command.by < 0) props.onLeaveTop();
    else if (command.do === 'move') focusRow(papers[index + command.by]?.id);
    else if (command.do === 'first') focusRow(papers[0]?.id);
    else if (command.do === 'last') focusRow(papers.at(-1)?.id);
    else if (command.do === 'open') {
      rowOf(listed.id)?.querySelector<HTMLElement>('.paper-title')?.click();
    } else if (command.do === 'copy') {
      rowOf(listed.id)?.querySelector<HTMLElement>('.copy-button')?.click();
    } else act(command, listed, actions);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (!(event.target instanceof HTMLElement) || takesKeys(event.target)) return;
    const row = event.target.closest('[data-id]');
    if (row === null || event.target.closest('.row-editor') !== null) return;
    // On a button or a link, Enter and Space are its own.
    if ((event.key === 'Enter' || event.key === ' ') && event.target !== row) return;
    const command = rowCommand(event, singleKeys.read());
    if (command === undefined) return;
    event.preventDefault();
    run(
      command,
      papers.findIndex(({ id }) => id === row.getAttribute('data-id')),
    );
  }

  const indexOf = (id: PaperId | undefined): number => papers.findIndex((other) => other.id === id);
  const { range, heightOf } = useRowWindow(
    box,
    papers.map(({ id }) => id),
  );
  const keep = new Set([activeIndex, indexOf(editing?.id)]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: between rows there may be gaps, which no ul may have
    <div
      ref={box}
      class="paper-list"
      role="list"
      aria-label={text('papers')}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        const row = event.target instanceof Element ? event.target.closest('[data-id]') : null;
        const listed = papers.find(({ id }) => id === row?.getAttribute('data-id'));
        if (listed) setChosen(listed.id);
      }}
    >
      {segmentsOf(papers.length, range, keep, heightOf).map((segment) => {
        if ('height' in segment) {
          return <div key={`gap-${segment.after}`} style={{ height: `${segment.height}px` }} />;
        }
        const listed = papers[segment.index];
        return (
          listed && (
            <PaperRow
              key={listed.id}
              listed={listed}
              position={segment.index + 1}
              setSize={props.setSize}
              active={listed.id === active}
              inParts={props.inParts}
              editing={editing?.id === listed.id ? editing : null}
              tagsInUse={props.tagsInUse}
              actions={actions}
            />
          )
        );
      })}
      {props.onMore && <ListEnd length={papers.length} onNear={props.onMore} />}
    </div>
  );
}
