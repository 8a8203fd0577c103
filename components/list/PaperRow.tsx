import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { later } from '../../lib/later';
import type { AnnotationPatch } from '../../lib/papers/annotation';
import { type PaperId, paperLinks } from '../../lib/papers/ids';
import type { ListedPaper } from '../../lib/papers/list';
import type { InParts } from '../../lib/papers/query/marks';
import type { TagCount } from '../../lib/papers/tags';
import { text } from '../../lib/text/text';
import type { Part } from '../annotation/AnnotationEditor';
import { StarButton } from '../annotation/StarButton';
import { CopyButton } from '../copy/CopyButton';
import { Highlighted } from '../Highlighted';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { useLater } from '../useLater';
import { usePlainText } from '../usePlainText';
import { AnnotationSummary } from './AnnotationSummary';
import { PaperFacts } from './PaperFacts';

/** What can be done to the papers of a list. */
export interface ListActions {
  patch: (id: PaperId, patch: AnnotationPatch) => void;
  edit: (id: PaperId, part?: Part) => void;
  closeEditor: () => void;
  remove: (id: PaperId) => void;
  /** Takes back that a paper is not for the reader. */
  takeBack?: (id: PaperId) => void;
  filterByTag: (tag: string) => void;
  /** Opens the menu of what can be copied, at a button. */
  copy: (id: PaperId, button: HTMLElement) => void;
}

export interface PaperRowProps {
  listed: ListedPaper;
  /** From 1, and of how many; for screen readers, as most rows of a long list do not exist. */
  position: number;
  setSize: number;
  /** Whether Tab stops at this row. */
  active: boolean;
  /** Marks what the query that found it looked for. */
  inParts: InParts;
  /** Whether its editor is open, and at which part. */
  editing: { part: Part | undefined } | null;
  tagsInUse: TagCount[];
  actions: ListActions;
}

/** The editor of a row: loaded once the first rows are shown, so that it is there when it is opened. */
export const rowEditor = later(async () => (await import('./RowEditor')).RowEditor);

/** One paper of a list, with its editor unfolded in place. */
export function PaperRow(props: PaperRowProps): JSX.Element {
  const { listed, active, inParts, editing, actions } = props;
  const { id, paper, annotation } = listed;
  const title = usePlainText(paper.title);
  const titleId = useId();
  const editorId = useId();
  const RowEditor = useLater(editing !== null, rowEditor);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an li needs an ul, which may have no gaps between its rows
    <div
      class="paper-row"
      role="listitem"
      aria-posinset={props.position}
      aria-setsize={props.setSize}
      aria-labelledby={titleId}
      tabIndex={active ? 0 : -1}
      data-id={id}
    >
      <StarButton
        title={title}
        starred={annotation.starred}
        onToggle={(starred) => actions.patch(id, { starred })}
      />
      <div class="paper-body">
        <h2 id={titleId} dir="auto">
          <a class="paper-title" href={paperLinks(id).page} target="_blank" rel="noreferrer">
            <Highlighted text={title} inParts={inParts} />
          </a>
        </h2>
        <PaperFacts listed={listed} title={title} inParts={inParts} />
        {listed.dismissed && (
          <p class="row-dismissed">
            <span>{text('notForMe')}</span>
            <button type="button" onClick={() => actions.takeBack?.(id)}>
              {text('undo')}
            </button>
          </p>
        )}
        {editing === null && (
          <AnnotationSummary
            annotation={annotation}
            inParts={inParts}
            onTag={actions.filterByTag}
            onNote={() => actions.edit(id, 'note')}
          />
        )}
      </div>
      <div class="row-buttons">
        <button
          type="button"
          class="icon-button edit-button"
          aria-label={text('editPaper', title)}
          title={text('edit')}
          aria-expanded={editing !== null}
          aria-controls={editing === null ? undefined : editorId}
          onClick={() => (editing === null ? actions.edit(id) : actions.closeEditor())}
        >
          <Icon picture={pictures.edit} />
        </button>
        <CopyButton title={title} onPress={(button) => actions.copy(id, button)} />
      </div>
      {editing !== null && RowEditor && (
        <RowEditor
          id={editorId}
          listed={listed}
          tagsInUse={props.tagsInUse}
          focus={editing.part}
          onPatch={(patch) => actions.patch(id, patch)}
          onRemove={() => actions.remove(id)}
          onClose={actions.closeEditor}
        />
      )}
    </div>
  );
}
