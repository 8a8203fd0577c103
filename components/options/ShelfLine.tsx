import type { JSX } from 'preact';
import type { SavedSearch } from '../../lib/papers/savedSearch';
import type { ShelvedAs } from '../../lib/papers/shelves';
import type { ColouredTag } from '../../lib/papers/tagColours';
import { type TextKey, text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { TagDot } from '../tags/TagDot';

/** A saved search or a tag's colour that comes in, and what becomes of it. */
export type ShelfItem = { fate: keyof ShelvedAs } & (
  | { search: SavedSearch }
  | { tag: ColouredTag }
);

const FATES: Record<keyof ShelvedAs, TextKey> = {
  added: 'importShelfNew',
  same: 'importShelfSame',
  differing: 'importShelfDiffers',
};

/** One of them in a list. */
export function ShelfLine(item: ShelfItem): JSX.Element {
  return (
    <span class="shelf" data-fate={item.fate}>
      {'search' in item ? (
        <>
          <Icon picture={pictures.search} />
          <span class="shelf-name">{item.search.name}</span>
          <code class="shelf-query">{item.search.query}</code>
        </>
      ) : (
        <>
          <TagDot colour={item.tag.colour} />
          <span class="shelf-name">{item.tag.tag}</span>
        </>
      )}
      <span class="shelf-fate">{text(FATES[item.fate])}</span>
    </span>
  );
}
