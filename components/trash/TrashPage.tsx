import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/papers/ids';
import { countText, numberText, text } from '../../lib/text/text';
import { ConfirmDialog } from '../confirm/ConfirmDialog';
import { EmptyState } from '../list/EmptyState';
import { useKeptFocus } from '../list/keptFocus';
import { isShortcut } from '../list/keys';
import { SingleKeysOn } from '../list/SingleKeys';
import { Skeleton } from '../list/Skeleton';
import * as pictures from '../pictures';
import type { TrashPageProps } from './props';
import { TrashRow } from './TrashRow';

/** What was removed from the library in the last thirty days; it comes back as it was, or goes for good. */
export function TrashPage(props: TrashPageProps): JSX.Element {
  const { phase, bookmarks, more, asking, actions } = props;
  return (
    <section class="trash-page" aria-labelledby="trash-page-title">
      <header>
        <h2 id="trash-page-title">{text('trashTitle')}</h2>
        <p>{text('trashAbout')}</p>
      </header>
      {phase === 'ready' && bookmarks.length > 0 ? (
        <>
          <Bar {...props} />
          <Rows {...props} />
          {more && (
            <button type="button" class="button quiet" onClick={() => void actions.more()}>
              {text('showMore')}
            </button>
          )}
        </>
      ) : (
        <Nothing {...props} />
      )}
      {asking && <Question {...props} ids={asking.ids} />}
    </section>
  );
}

function Nothing({ phase, actions }: TrashPageProps): JSX.Element {
  if (phase === 'loading') return <Skeleton />;
  if (phase === 'failed') {
    return (
      <EmptyState icon={pictures.trash} title={text('failedTitle')} text={text('failedText')}>
        <button type="button" class="button" onClick={() => void actions.open()}>
          {text('tryAgain')}
        </button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={pictures.trash}
      title={text('trashEmptyTitle')}
      text={text('trashEmptyText')}
    />
  );
}

function Bar({ bookmarks, selected, busy, actions }: TrashPageProps): JSX.Element {
  const some = selected.size > 0;
  const isAll = selected.size === bookmarks.length;
  return (
    <div class="trash-bar" role="toolbar" aria-label={text('trashTitle')}>
      <label>
        <input
          type="checkbox"
          checked={isAll}
          indeterminate={some && !isAll}
          onChange={(event) => actions.selectAll(event.currentTarget.checked)}
        />
        <span>
          {some
            ? countText('selected', selected.size, numberText(selected.size))
            : text('selectAllTrash')}
        </span>
      </label>
      <button
        type="button"
        class="text-button strong"
        disabled={busy}
        onClick={() => void (some ? actions.restore([...selected]) : actions.restoreAll())}
      >
        {text(some ? 'restoreSelected' : 'restoreAll')}
      </button>
      <button
        type="button"
        class="text-button danger"
        disabled={busy}
        onClick={() => actions.askEmpty(some ? [...selected] : 'all')}
      >
        {text(some ? 'deleteSelected' : 'emptyTrash')}
      </button>
    </div>
  );
}

/** One row is a Tab stop; arrows move, x selects, r restores, Delete deletes for good. */
function Rows({ bookmarks, selected, busy, actions }: TrashPageProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const singleKeys = useContext(SingleKeysOn);
  const [chosen, setChosen] = useState<PaperId | null>(null);
  const last = useRef(0);
  const index = bookmarks.findIndex(({ id }) => id === chosen);
  const active = index >= 0 ? index : Math.min(last.current, bookmarks.length - 1);
  last.current = active;

  const rowAt = (at: number): HTMLElement | undefined => {
    const row = box.current?.children[at];
    return row instanceof HTMLElement ? row : undefined;
  };
  useKeptFocus(box, () => rowAt(active)?.focus());

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const bookmark = bookmarks[active];
    if (event.defaultPrevented || bookmark === undefined) return;
    if (!isShortcut(event, singleKeys.read())) return;
    const { id } = bookmark;
    if (event.key === 'ArrowDown' || event.key === 'j') rowAt(active + 1)?.focus();
    else if (event.key === 'ArrowUp' || event.key === 'k') rowAt(active - 1)?.focus();
    else if (event.key === 'Home') rowAt(0)?.focus();
    else if (event.key === 'End') rowAt(bookmarks.length - 1)?.focus();
    else if (event.repeat) return;
    else if (event.key === 'x') actions.select(id, !selected.has(id));
    else if (event.key === 'r' && !busy) void actions.restore([id]);
    else if (event.key === 'Delete' && !busy) actions.askEmpty([id]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: as in the list of papers, whose rows these look like
    <div ref={box} role="list" class="trash-rows" aria-label={text('papers')} onKeyDown={onKeyDown}>
      {bookmarks.map((bookmark, at) => (
        <TrashRow
          key={bookmark.id}
          bookmark={bookmark}
          active={at === active}
          isSelected={selected.has(bookmark.id)}
          busy={busy}
          onChoose={setChosen}
          onSelect={actions.select}
          onRestore={(id) => void actions.restore([id])}
        />
      ))}
    </div>
  );
}

function Question({
  bookmarks,
  more,
  actions,
  ids,
}: TrashPageProps & { ids: readonly PaperId[] | 'all' }): JSX.Element {
  const count = ids === 'all' ? bookmarks.length : ids.length;
  const isKnown = ids !== 'all' || !more;
  return (
    <ConfirmDialog
      title={text(ids === 'all' ? 'emptyTrashTitle' : 'deleteForGoodTitle')}
      about={
        isKnown
          ? countText('deleteForGoodAbout', count, numberText(count))
          : text('emptyTrashAbout')
      }
      action={text('deleteForGood')}
      isFinal
      onConfirm={() => void actions.confirm()}
      onCancel={actions.cancel}
    />
  );
}
