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
  tagging: 'add' | 'remove' | null;
  onTagging: (which: 'add' | 'remove' | null) => void;
  /** Shows the left column where there is no room for it; absent where there is. */
  onFilters?: (() => void) | undefined;
  /** The selection is gone, and what had the focus with it. */
  onCleared: () => void;
  onExport: (papers: ToExport) => void;
}

const SORTS: readonly (readonly [SortBy, TextKey])[] = [
  ['starred', 'sortStarred'],
  ['published', 'sortPublished'],
  ['seen', 'sortSeen'],
  ['title', 'sortTitle'],
  ['upvotes', 'sortUpvotes'],
];

/** How many papers there are and in which order; or what can be done to those that are selected. */
export function Bar({
  view,
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
        <Choice
          label={text('sortLabel')}
          look="order"
          value={address.sort}
          options={SORTS.map(([sort, key]) => [sort, text(key)])}
          onPick={(value) => {
            const found = SORTS.find(([sort]) => sort === value);
            if (found) view.go({ sort: found[0] });
          }}
        />
      </div>
      <UnreadablePapers
        ids={unreadable}
        addressOf={(paper) => writeAddress({ ...address, paper })}
      />
    </>
  );
}
