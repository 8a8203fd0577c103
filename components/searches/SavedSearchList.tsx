import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { numberText, text } from '../../lib/text/text';
import { ConfirmDialog } from '../confirm/ConfirmDialog';
import { Icon } from '../Icon';
import { useKeptFocus } from '../list/keptFocus';
import * as pictures from '../pictures';
import { NameForm } from '../tags/NameForm';

/** What can be done to saved searches. */
export interface SearchActions {
  open: () => Promise<void>;
  edit: (name: string) => void;
  closeEditor: () => void;
  save: (name: string, query: string) => Promise<void>;
  rename: (from: string, to: string) => Promise<void>;
  remove: (name: string) => Promise<void>;
  confirm: () => Promise<void>;
  cancel: () => void;
}

export interface SavedSearchListProps {
  phase: 'loading' | 'ready' | 'failed';
  /** `count`: how many papers it finds; null: not known. */
  searches: readonly { name: string; query: string; count: number | null }[];
  /** The one whose name is being given; '' for a new one, null: none. */
  editing: string | null;
  asking: { name: string; replaces: string } | null;
  /** The query that is on show, which can be saved. */
  query: string;
  actions: SearchActions;
  onPick: (query: string) => void;
}

/** Searches that have a name: a click searches, the button saves the one on show. */
export function SavedSearchList(props: SavedSearchListProps): JSX.Element {
  const { phase, searches, editing, asking, query, actions, onPick } = props;
  const box = useRef<HTMLElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(box, () => (add.current ?? heading.current)?.focus());
  const current = query.trim();
  const isSaved = searches.some((search) => search.query === current);

  return (
    <section ref={box} class="saved-searches" aria-labelledby="saved-searches-title">
      <h2 ref={heading} id="saved-searches-title" tabIndex={-1}>
        {text('savedSearches')}
      </h2>
      {phase === 'failed' && (
        <p class="searches-hint">
          {text('couldNotRead')}{' '}
          <button type="button" class="quiet-link" onClick={() => void actions.open()}>
            {text('tryAgain')}
          </button>
        </p>
      )}
      {phase === 'ready' && searches.length === 0 && current === '' && (
        <p class="searches-hint">{text('noSearches')}</p>
      )}
      {searches.length > 0 && (
        <ul>
          {searches.map((search) => (
            <li key={search.name}>
              {editing === search.name ? (
                <NameForm
                  name={search.name}
                  label={text('searchName')}
                  onSave={(name) => void actions.rename(search.name, name)}
                  onCancel={actions.closeEditor}
                />
              ) : (
                <SearchRow
                  {...search}
                  isCurrent={search.query === current}
                  actions={actions}
                  onPick={onPick}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {editing === '' ? (
        <NameForm
          name={current}
          label={text('searchName')}
          onSave={(name) => void actions.save(name, current)}
          onCancel={actions.closeEditor}
        />
      ) : (
        current !== '' &&
        !isSaved && (
          <button
            ref={add}
            type="button"
            class="text-button strong"
            onClick={() => actions.edit('')}
          >
            <Icon picture={pictures.plus} />
            {text('saveSearch')}
          </button>
        )
      )}
      {asking && (
        <ConfirmDialog
          title={text('replaceSearchTitle', asking.name)}
          about={text('replaceSearchAbout', asking.name, asking.replaces)}
          action={text('replaceSearch')}
          onConfirm={() => void actions.confirm()}
          onCancel={actions.cancel}
        />
      )}
    </section>
  );
}

interface SearchRowProps {
  name: string;
  query: string;
  count: number | null;
  isCurrent: boolean;
  actions: SearchActions;
  onPick: (query: string) => void;
}

function SearchRow({
  name,
  query,
  count,
  isCurrent,
  actions,
  onPick,
}: SearchRowProps): JSX.Element {
  const row = useRef<HTMLDivElement>(null);
  const wasCurrent = useRef(isCurrent);
  useEffect(() => {
    if (isCurrent && !wasCurrent.current) row.current?.scrollIntoView({ block: 'nearest' });
    wasCurrent.current = isCurrent;
  }, [isCurrent]);
  return (
    <div ref={row} class="search-row">
      <button
        type="button"
        class="search-pick"
        title={query}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onPick(query)}
      >
        <span dir="auto">{name}</span>
        {count !== null && <span class="search-count">{numberText(count)}</span>}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={text('renameTag', name)}
        title={text('renameSearchHint')}
        onClick={() => actions.edit(name)}
      >
        <Icon picture={pictures.edit} />
      </button>
      <button
        type="button"
        class="icon-button danger"
        aria-label={text('deleteTagNamed', name)}
        title={text('deleteSearchHint')}
        onClick={() => void actions.remove(name)}
      >
        <Icon picture={pictures.trash} />
      </button>
    </div>
  );
}
