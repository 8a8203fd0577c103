import type { JSX } from 'preact';
import type { SavedSearch } from '../../lib/papers/savedSearch';
import type { ComparedSearchesAndColours } from '../../lib/papers/searchesAndColours';
import type { ColouredTag } from '../../lib/papers/tagColours';
import { type TextKey, text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { TagDot } from '../tags/TagDot';

/** A saved search, a tag's colour or a setting that comes in, and what becomes of it. */
export type SearchOrColour = { fate: keyof ComparedSearchesAndColours } & (
  | { search: SavedSearch }
  | { tag: ColouredTag }
  | { setting: { name: string; value: string } }
);

const FATES: Record<keyof ComparedSearchesAndColours, TextKey> = {
  added: 'importSearchNew',
  same: 'importSearchSame',
  differing: 'importSearchDiffers',
};

/** One of them in a list. */
export function IncomingSearchOrColour(item: SearchOrColour): JSX.Element {
  return (
    <span class="incoming-search" data-fate={item.fate}>
      {'search' in item ? (
        <>
          <Icon picture={pictures.search} />
          <span class="incoming-search-name">{item.search.name}</span>
          <code class="incoming-search-query">{item.search.query}</code>
        </>
      ) : 'tag' in item ? (
        <>
          <TagDot colour={item.tag.colour} />
          <span class="incoming-search-name">{item.tag.tag}</span>
        </>
      ) : (
        <>
          <Icon picture={pictures.settings} />
          <span class="incoming-search-name">{item.setting.name}</span>
          <span class="incoming-search-query">{item.setting.value}</span>
        </>
      )}
      <span class="incoming-search-fate">{text(FATES[item.fate])}</span>
    </span>
  );
}
