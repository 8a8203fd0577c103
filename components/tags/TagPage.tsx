import type { JSX, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { TagColour } from '../../lib/papers/tagColours';
import type { TagLine, TagOrder } from '../../lib/papers/tagOutline';
import { countText, numberText, text } from '../../lib/text/text';
import { ConfirmDialog } from '../confirm/ConfirmDialog';
import { Choice } from '../list/Choice';
import { EmptyState } from '../list/EmptyState';
import { Skeleton } from '../list/Skeleton';
import * as pictures from '../pictures';
import { TagGrid } from './TagGrid';

/** What can be done to tags. */
export interface TagActions {
  open: () => Promise<void>;
  filterBy: (filter: string) => void;
  sortBy: (order: TagOrder) => void;
  fold: (key: string, isFolded: boolean) => void;
  edit: (key: string, part: 'name' | 'colour') => void;
  closeEditor: () => void;
  rename: (key: string, name: string) => Promise<void>;
  recolour: (key: string, colour: TagColour | null) => Promise<void>;
  askDelete: (key: string) => void;
  confirm: () => Promise<void>;
  cancel: () => void;
}

export interface TagPageProps {
  phase: 'loading' | 'ready' | 'failed';
  lines: readonly TagLine[];
  total: number;
  filter: string;
  order: TagOrder;
  folded: ReadonlySet<string>;
  editing: { key: string; part: 'name' | 'colour' } | null;
  asking:
    | { kind: 'merge'; from: TagLine; to: string; met: TagLine }
    | { kind: 'delete'; line: TagLine }
    | null;
  busy: boolean;
  focus: { key: string; turn: number } | null;
  actions: TagActions;
  /** A tag was chosen: its papers are wanted. */
  onPick: (tag: string) => void;
}

/** All tags: how often each is used, nested by "/"; renamed, merged, deleted and coloured. */
export function TagPage(props: TagPageProps): JSX.Element {
  const { phase, lines, total, filter, order, asking, actions } = props;
  const field = useRef<HTMLInputElement>(null);
  return (
    <section class="tag-page" aria-labelledby="tag-page-title">
      <header>
        <h2 id="tag-page-title">{text('tagsTitle')}</h2>
        <p role="status">{phase === 'ready' && countText('tagTotal', total, numberText(total))}</p>
        <input
          ref={field}
          class="tag-find"
          type="search"
          value={filter}
          aria-label={text('findTag')}
          placeholder={text('findTag')}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => actions.filterBy(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.isComposing) return;
            const page = event.currentTarget.closest('.tag-page');
            page?.querySelector<HTMLElement>('.tag-row[tabindex="0"]')?.focus();
            event.preventDefault();
          }}
        />
        <Choice
          label={text('sortLabel')}
          value={order}
          options={[
            ['name', text('sortName')],
            ['count', text('sortMostUsed')],
          ]}
          onPick={(value) => actions.sortBy(value === 'count' ? 'count' : 'name')}
        />
      </header>
      <Content {...props} field={field} />
      {phase === 'ready' && lines.length > 0 && <p class="tag-keys">{text('tagKeys')}</p>}
      {asking && <Question asking={asking} actions={actions} />}
    </section>
  );
}

function Content({
  field,
  ...props
}: TagPageProps & { field: RefObject<HTMLInputElement | null> }): JSX.Element {
  const { phase, lines, total, filter, actions } = props;
  if (phase === 'loading') return <Skeleton />;
  if (phase === 'failed') {
    return (
      <EmptyState icon={pictures.tag} title={text('failedTitle')} text={text('failedText')}>
        <button type="button" class="button" onClick={() => void actions.open()}>
          {text('tryAgain')}
        </button>
      </EmptyState>
    );
  }
  if (total === 0) {
    return <EmptyState icon={pictures.tag} title={text('noTagsTitle')} text={text('noTagsText')} />;
  }
  if (lines.length === 0) {
    return (
      <EmptyState
        icon={pictures.search}
        title={text('noTagFitsTitle')}
        text={text('noTagFitsText', filter)}
      />
    );
  }
  return <TagGrid {...props} onLeaveTop={() => field.current?.focus()} />;
}

function Question({
  asking,
  actions,
}: { asking: NonNullable<TagPageProps['asking']> } & Pick<TagPageProps, 'actions'>): JSX.Element {
  const yes = { onConfirm: () => void actions.confirm(), onCancel: actions.cancel };
  if (asking.kind === 'delete') {
    const { tag, below, uses, count } = asking.line;
    const used = countText('timesUsed', uses, numberText(uses));
    return (
      <ConfirmDialog
        title={text('deleteTagTitle', tag)}
        about={
          below > 0
            ? countText('deleteTagsAbout', below, used)
            : countText('deleteTagAbout', count, numberText(count))
        }
        action={text('deleteTag')}
        {...yes}
      />
    );
  }
  const { from, to, met } = asking;
  return (
    <ConfirmDialog
      title={text('mergeTagTitle', from.tag, to)}
      about={text(
        'mergeTagAbout',
        met.tag,
        countText('papersHave', met.count, numberText(met.count)),
        from.tag,
        countText('timesUsed', from.uses, numberText(from.uses)),
      )}
      action={text('mergeTag')}
      {...yes}
    />
  );
}
