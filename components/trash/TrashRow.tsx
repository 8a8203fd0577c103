import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { plainText } from '../../lib/maths/spans';
import { type PaperId, paperLinks } from '../../lib/papers/ids';
import { countText, text, timeText } from '../../lib/text/text';
import type { TrashedBookmark } from '../../lib/views/trash';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface TrashRowProps {
  bookmark: TrashedBookmark;
  /** Whether Tab stops at this row. */
  active: boolean;
  isSelected: boolean;
  busy: boolean;
  onChoose: (id: PaperId) => void;
  onSelect: (id: PaperId, isSelected: boolean) => void;
  onRestore: (id: PaperId) => void;
}

/** One removed bookmark: what would come back, and how long it can. */
export function TrashRow(props: TrashRowProps): JSX.Element {
  const { bookmark, active, isSelected, busy, onChoose, onSelect, onRestore } = props;
  const { id, paper, annotation, trashedAt, daysLeft } = bookmark;
  const title = plainText(paper.title);
  const titleId = useId();
  const note = annotation.note.trim();
  return (
    // biome-ignore lint/a11y/useSemanticElements: as in the list of papers, whose rows these look like
    <div
      class="trash-row"
      role="listitem"
      aria-labelledby={titleId}
      tabIndex={active ? 0 : -1}
      onFocusIn={() => active || onChoose(id)}
    >
      <input
        type="checkbox"
        checked={isSelected}
        aria-label={text('selectPaper', title)}
        onChange={(event) => onSelect(id, event.currentTarget.checked)}
      />
      <div>
        <h3 id={titleId} dir="auto">
          <a
            class="paper-title"
            href={paperLinks(id).page}
            target="_blank"
            rel="noopener noreferrer"
          >
            {title}
          </a>
        </h3>
        <p class="trash-facts">
          <span class={daysLeft <= 3 ? 'days-left soon' : 'days-left'}>
            {countText('daysLeft', daysLeft)}
          </span>
          <time dateTime={trashedAt}>{text('removedAt', timeText(trashedAt))}</time>
          {annotation.tags.length > 0 && <span>{annotation.tags.join(', ')}</span>}
        </p>
        {note !== '' && (
          <p class="trash-note" dir="auto">
            <Icon picture={pictures.note} />
            <span>{note.slice(0, 300)}</span>
          </p>
        )}
      </div>
      <button
        type="button"
        class="text-button"
        disabled={busy}
        aria-label={text('restorePaper', title)}
        onClick={() => onRestore(id)}
      >
        <Icon picture={pictures.undo} />
        {text('restore')}
      </button>
    </div>
  );
}
