import type { JSX, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { countText, numberText, text } from '../../lib/text/text';
import { ConfirmDialog } from '../confirm/ConfirmDialog';
import { Choice } from '../list/Choice';
import { EmptyState } from '../list/EmptyState';
import { Skeleton } from '../list/Skeleton';
import * as pictures from '../pictures';
import type { TagPageProps } from './props';
import { TagGrid } from './TagGrid';

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
