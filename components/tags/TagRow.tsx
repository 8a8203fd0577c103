// biome-ignore-all lint/a11y/useSemanticElements: a table's rows cannot open and have levels
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows of a tree grid have the focus, not their cells
import type { JSX } from 'preact';
import type { TagLine } from '../../lib/papers/tagOutline';
import { countText, numberText, text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { ColourPicker } from './ColourPicker';
import { NameForm } from './NameForm';
import type { TagActions } from './props';
import { TagDot } from './TagDot';

export interface TagRowProps {
  line: TagLine;
  /** From 1. */
  position: number;
  /** Whether Tab stops at this row. */
  active: boolean;
  /** Null: there is nothing below it. */
  isFolded: boolean | null;
  editing: 'name' | 'colour' | null;
  busy: boolean;
  actions: TagActions;
  onPick: (tag: string) => void;
  onChoose: (key: string) => void;
}

/** One tag, with the papers that a click on it finds, and what can be done to it. */
export function TagRow(props: TagRowProps): JSX.Element {
  const { line, active, isFolded, editing, busy, actions, onPick, onChoose } = props;
  const { key, tag, name, level, count, finds } = line;
  const found = finds ?? count;
  const papers = countText('papersHave', found, numberText(found));
  const own = finds !== null && finds !== count ? text('tagItself', numberText(count)) : null;
  return (
    <div
      class="tag-row"
      role="row"
      aria-level={level}
      aria-rowindex={props.position}
      aria-label={text('tagWithPapers', tag, own === null ? papers : `${papers}, ${own}`)}
      aria-expanded={isFolded === null ? undefined : !isFolded}
      tabIndex={active ? 0 : -1}
      data-key={key}
      style={{ '--level': level - 1 }}
      onFocusIn={() => active || onChoose(key)}
    >
      <div role="gridcell" class="tag-name">
        <button
          type="button"
          class="fold"
          hidden={isFolded === null}
          tabIndex={-1}
          aria-label={text(isFolded ? 'unfoldTag' : 'foldTag', tag)}
          onClick={() => actions.fold(key, isFolded !== true)}
        >
          <Icon picture={pictures.chevron} />
        </button>
        <TagDot colour={line.colour} />
        {editing === 'name' ? (
          <NameForm
            name={tag}
            label={text('newTagName', tag)}
            busy={busy}
            onSave={(next) => void actions.rename(key, next)}
            onCancel={actions.closeEditor}
          />
        ) : (
          <button
            type="button"
            class="tag-link"
            tabIndex={-1}
            title={text('filterByTag', tag)}
            onClick={() => onPick(tag)}
          >
            <bdi>{name}</bdi>
          </button>
        )}
      </div>
      <div role="gridcell" class="tag-count" title={papers}>
        {own !== null && <span class="tag-own">{own}</span>}
        <span>{finds === null ? '' : numberText(finds)}</span>
      </div>
      <div role="gridcell" class="tag-actions">
        {editing !== 'name' && <Actions {...props} />}
      </div>
      {editing === 'colour' && (
        <div role="gridcell" class="tag-colours">
          <ColourPicker
            tag={tag}
            colour={line.colour}
            onPick={(colour) => void actions.recolour(key, colour)}
            onClose={actions.closeEditor}
          />
        </div>
      )}
    </div>
  );
}

function Actions({ line, active, editing, busy, actions }: TagRowProps): JSX.Element {
  const { key, tag } = line;
  const stop = active ? 0 : -1;
  return (
    <>
      <button
        type="button"
        class="icon-button"
        tabIndex={stop}
        aria-label={text('colourTag', tag)}
        title={text('colourTagHint')}
        aria-expanded={editing === 'colour'}
        onClick={() => (editing === 'colour' ? actions.closeEditor() : actions.edit(key, 'colour'))}
      >
        <Icon picture={pictures.palette} />
      </button>
      <button
        type="button"
        class="icon-button"
        tabIndex={stop}
        aria-label={text('renameTag', tag)}
        title={text('renameTagHint')}
        disabled={busy}
        onClick={() => actions.edit(key, 'name')}
      >
        <Icon picture={pictures.edit} />
      </button>
      <button
        type="button"
        class="icon-button danger"
        tabIndex={stop}
        aria-label={text('deleteTagNamed', tag)}
        title={text('deleteTag')}
        disabled={busy}
        onClick={() => actions.askDelete(key)}
      >
        <Icon picture={pictures.trash} />
      </button>
    </>
  );
}
