import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { STATUSES } from '../../lib/papers/annotation';
import { type Filter, SORTS, type Sort } from '../../lib/papers/list';
import { sameTag, type TagCount } from '../../lib/papers/tags';
import { findsOf } from '../../lib/papers/tagTree';
import { numberText, type TextKey, text } from '../../lib/text/text';
import { statusText } from '../annotation/status';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { Choice } from './Choice';

export interface FiltersProps {
  filter: Filter;
  tags: TagCount[];
  /** How many papers a search for each tag finds, by `tagKey`; null where that is not known. */
  tagFinds: ReadonlyMap<string, number> | null;
  /** The reader is about to choose a tag. */
  onTags: () => void;
  onFilter: (part: Partial<Filter>) => void;
  /** Absent: the order is the page's. */
  sort?: Sort | undefined;
  onSort: (sort: Sort) => void;
}

const SORT_TEXTS: { [S in Sort]: TextKey } = {
  starred: 'sortStarred',
  published: 'sortPublished',
  title: 'sortTitle',
};

/** Starred, status, tag; and the order. */
export function Filters(props: FiltersProps): JSX.Element {
  const { filter, tags, tagFinds, onTags, onFilter, sort, onSort } = props;
  const finds = useMemo(() => findsOf(tags, tagFinds), [tags, tagFinds]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms that are sent
    <div class="filters" role="group" aria-label={text('filters')}>
      <button
        type="button"
        class="filter-star"
        aria-label={text('filterStarred')}
        title={text('filterStarred')}
        aria-pressed={filter.starred}
        onClick={() => onFilter({ starred: !filter.starred })}
      >
        <Icon picture={pictures.star} filled={filter.starred} />
      </button>
      <Choice
        label={text('filterStatus')}
        value={filter.status ?? ''}
        look={filter.status === null ? undefined : 'set'}
        options={[
          ['', text('anyStatus')],
          ...STATUSES.map((status) => [status, statusText(status)] as const),
          ['none', text('noStatus')],
        ]}
        onPick={(value) => {
          const status = STATUSES.find((other) => other === value);
          onFilter({ status: value === 'none' ? value : (status ?? null) });
        }}
      />
      <Choice
        label={text('filterTag')}
        value={filter.tag ?? ''}
        look={filter.tag === null ? undefined : 'set'}
        options={[
          ['', text('anyTag')],
          ...tagOptions(filter.tag, tags).map(({ tag }) => {
            const found = finds.get(tag);
            return [
              tag,
              found === undefined ? tag : text('tagWithCount', tag, numberText(found)),
            ] as const;
          }),
        ]}
        onReach={onTags}
        onPick={(tag) => onFilter({ tag: tag === '' ? null : tag })}
      />
      {sort !== undefined && (
        <Choice
          label={text('sortLabel')}
          value={sort}
          look="order"
          options={SORTS.map((other) => [other, text(SORT_TEXTS[other])] as const)}
          onPick={(value) => onSort(SORTS.find((other) => other === value) ?? 'starred')}
        />
      )}
    </div>
  );
}

/** Tags to choose from, the most used: a browser's menu of more takes seconds to open. */
const MOST_OPTIONS = 1_000;

/** The tags to choose from; one that is chosen is among them even when its last paper just lost it. */
function tagOptions(chosen: string | null, all: TagCount[]): TagCount[] {
  const tags = all.slice(0, MOST_OPTIONS);
  if (chosen === null || tags.some(({ tag }) => tag === chosen)) return tags;
  return [{ tag: chosen, count: 0 }, ...tags.filter(({ tag }) => !sameTag(tag, chosen))];
}
