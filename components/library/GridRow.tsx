import type { JSX, TargetedMouseEvent } from 'preact';
import { paperLinks } from '../../lib/papers/ids';
import type { ListedPaper } from '../../lib/papers/list';
import type { Marking } from '../../lib/papers/query/marks';
import { text } from '../../lib/text/text';
import { StarButton } from '../annotation/StarButton';
import { CopyButton } from '../copy/CopyButton';
import { Highlighted } from '../Highlighted';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { usePlainText } from '../usePlainText';
import { RowMeta } from './RowMeta';

/** What can be done to a row with the mouse. */
export interface RowActions {
  /** The row is where the keys act; `read`: its paper is to be read. */
  activate: (place: number, read: boolean) => void;
  /** The focus came to the list, and no row is where the keys act yet. */
  enter: () => void;
  /** Chooses the row, or no longer; `extend`: all from the last one that was chosen. */
  select: (place: number, extend: boolean) => void;
  star: (listed: ListedPaper, starred: boolean) => void;
  filterByTag: (tag: string) => void;
  /** Opens the menu of what can be copied, at a button. */
  copy: (listed: ListedPaper, button: HTMLElement) => void;
}

export interface GridRowProps {
  id: string;
  place: number;
  top: number;
  /** Absent while it is read. */
  listed: ListedPaper | undefined;
  active: boolean;
  selected: boolean;
  /** Its title alone: it passes by faster than anybody reads. */
  brief: boolean;
  /** How wide its text is, in pixels where letters are as large as we made them. */
  room: number;
  marking: Marking;
  actions: RowActions;
}

// Roles instead of a table's elements: a table has all its rows.
const CELL = { role: 'gridcell' } as const;

/** One paper in the library's list. The list has the focus, never a row or what is in it. */
export function GridRow(props: GridRowProps): JSX.Element {
  const { id, place, top, listed, active, selected, brief, room, marking, actions } = props;
  const title = usePlainText(listed?.paper.title ?? '');
  const row = {
    id,
    role: 'row',
    'aria-rowindex': place + 1,
    style: { transform: `translateY(${top}px)` },
  } as const;
  if (listed === undefined) {
    return (
      <div
        {...row}
        {...{ 'aria-busy': true, 'aria-label': text('loading') }}
        class="grid-row pending"
      >
        <i {...CELL} />
      </div>
    );
  }
  const { paper, annotation } = listed;

  function onClick(event: TargetedMouseEvent<HTMLElement>): void {
    // What can be pressed by itself is none of the row's.
    if (event.target instanceof Element && event.target.closest('input, button, a')) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) actions.select(place, event.shiftKey);
    else actions.activate(place, true);
  }

  // The list has the focus and hears the keys.
  const said = {
    'aria-selected': selected,
    'aria-labelledby': `${id}-title ${id}-meta`,
    onClick,
  };
  return (
    <div {...row} {...said} class={`grid-row${active ? ' active' : ''}`}>
      <span {...CELL} class="row-choose">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          aria-label={text('selectPaper', title)}
          onClick={(event) => actions.select(place, event.shiftKey)}
        />
      </span>
      <span {...CELL} class="row-star">
        <StarButton
          title={title}
          starred={annotation.starred}
          tabIndex={-1}
          onToggle={(starred) => actions.star(listed, starred)}
        />
      </span>
      <span {...CELL} class="row-body">
        <span class="row-title" id={`${id}-title`} dir="auto">
          <Highlighted text={title} inParts={marking.text} />
        </span>
        {!brief && (
          <RowMeta
            id={`${id}-meta`}
            listed={listed}
            marking={marking}
            room={room}
            onTag={actions.filterByTag}
          />
        )}
      </span>
      <span {...CELL} class="row-open">
        <CopyButton
          title={title}
          tabIndex={-1}
          onPress={(button) => actions.copy(listed, button)}
        />
        <a
          class="icon-button"
          href={paperLinks(paper.id).page}
          target="_blank"
          rel="noreferrer"
          tabIndex={-1}
          aria-label={text('openPaper', title)}
          title={text('shortcutOpen')}
        >
          <Icon picture={pictures.open} />
        </a>
      </span>
    </div>
  );
}
