import type { JSX } from 'preact';
import { Icon } from '../../components/Icon';
import { BulkBar } from '../../components/library/BulkBar';
import { UnreadablePapers } from '../../components/library/UnreadablePapers';
import { Choice } from '../../components/list/Choice';
import * as pictures from '../../components/pictures';
import { countText, numberText, type TextKey, text } from '../../lib/text/text';
import { type SortBy, writeAddress } from '../../lib/views/library/address';
import type { Library } from '../../lib/views/library/library';
import type { ToExport } from './Exporting';

export interface BarProps {
  view: Library;
  /** Whether it is known what fits the reader. */
  learned: boolean;
  tagging: 'add' | 'remove' | null;
  onTagging: (which: 'add' | 'remove' | null) => void;
  /** Shows the left column where there is no room for it; absent where there is. */
  onFilters?: (() => void) | undefined;
  /** The selection is gone, and what had the focus with it. */
  onCleared: () => void;
  onExport: (papers: ToExport) => void;
}

/** What one can sort by, and what its two directions are called: the usual one first. */
const SORTS: readonly (readonly [SortBy, TextKey, usual: TextKey, reversed: TextKey])[] = [
  ['starred', 'sortStarred', 'newestFirst', 'oldestFirst'],
  ['published', 'sortPublished', 'newestFirst', 'oldestFirst'],
  ['seen', 'sortSeen', 'newestFirst', 'oldestFirst'],
  ['title', 'sortTitle', 'fromAToZ', 'fromZToA'],
  ['upvotes', 'sortUpvotes', 'mostFirst', 'fewestFirst'],
  ['fit', 'sortFit', 'bestFirst', 'worstFirst'],
];

/** How many papers there are and in which order; or what can be done to those that are selected. */
export function Bar({
  view,
  learned,
  tagging,
  onTagging,
  onFilters,
  onCleared,
  onExport,
}: BarProps): JSX.Element {
  const { selected, tags, results, address } = view.state();
  const { choosing } = view;
  const isHistory = address.scope === 'history';
  if (selected > 0) {
    return (
      <BulkBar
        count={selected}
        starred={choosing.areStarred()}
        tagsInUse={tags}
        tags={choosing.tags()}
        tagging={tagging}
        onTagging={onTagging}
        onPatch={(patch) => void choosing.run({ patch })}
        onExport={() => onExport({ count: selected, ids: choosing.ids, isHistory })}
        onRemove={() => void choosing.run('remove').then(onCleared)}
        onClear={() => {
          choosing.none();
          onCleared();
        }}
      />
    );
  }
  const { total, searching, unreadable } = results;
  return (
    <>
      <div class="list-bar">
        {onFilters && (
          <button type="button" class="text-button" onClick={onFilters}>
            <Icon picture={pictures.filter} />
            {text('showFilters')}
          </button>
        )}
        <p role="status" data-serial={searching ? undefined : results.serial}>
          {total !== null &&
            countText(searching ? 'paperCountSoFar' : 'paperCount', total, numberText(total))}
        </p>
        {total !== null && total > 0 && (
          <button
            type="button"
            class="text-button"
            onClick={() => onExport({ count: total, ids: choosing.listed, isHistory })}
          >
            <Icon picture={pictures.exporting} />
            <span>{text('exportThese')}</span>
          </button>
        )}
        <SortChoice view={view} learned={learned} />
      </div>
      <UnreadablePapers
        ids={unreadable}
        addressOf={(paper) => writeAddress({ ...address, paper })}
      />
    </>
  );
}

/** What the list is sorted by, and in which direction. */
function SortChoice({ view, learned }: Pick<BarProps, 'view' | 'learned'>): JSX.Element {
  const { sort, reversed = false } = view.address();
  const [, , usual, other] = SORTS.find(([by]) => by === sort) ?? SORTS[0] ?? [];
  const sorts = SORTS.filter(([by]) => by !== 'fit' || learned || sort === 'fit');
  const direction = reversed ? other : usual;
  return (
    <div class="sort-choice">
      <Choice
        label={text('sortLabel')}
        look="order"
        value={sort}
        options={sorts.map(([by, key]) => [by, text(key)])}
        onPick={(value) => {
          const found = SORTS.find(([by]) => by === value);
          if (found) view.go({ sort: found[0] });
        }}
      />
      {direction !== undefined && (
        <button
          type="button"
          class="text-button"
          title={text('reverseOrder')}
          onClick={() => view.go({ reversed: reversed ? undefined : true })}
        >
          <Icon picture={reversed ? pictures.ascending : pictures.descending} />
          <span>{text(direction)}</span>
        </button>
      )}
    </div>
  );
}
