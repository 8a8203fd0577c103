import type { JSX } from 'preact';
import { MoreItems } from '../../components/options/MoreItems';
import { PreviewGroup } from '../../components/options/PreviewGroup';
import { type ShelfItem, ShelfLine } from '../../components/options/ShelfLine';
import { countOfShelves, type ShelvedAs } from '../../lib/papers/shelves';
import { countText, text } from '../../lib/text/text';

export interface ShelfGroupProps {
  shelves: ShelvedAs;
  /** How many could not be read. */
  unreadable: number;
}

const FATES = ['added', 'differing', 'same'] as const;
/** Lists up to this length are open at first. */
const FEW = 10;

/** Saved searches and colours in an import, and what becomes of them; nothing where there are none. */
export function ShelfGroup({ shelves, unreadable }: ShelfGroupProps): JSX.Element | null {
  const items = FATES.flatMap((fate): ShelfItem[] => [
    ...shelves[fate].searches.map((search) => ({ fate, search })),
    ...shelves[fate].colours.map((tag) => ({ fate, tag })),
  ]);
  if (items.length + unreadable === 0) return null;
  const added = countOfShelves(shelves.added);
  return (
    <PreviewGroup
      id="shelves"
      name={text('importShelves')}
      about={countText('importShelvesAbout', added)}
      count={items.length + unreadable}
      open={added + unreadable > 0 && items.length <= FEW}
    >
      <MoreItems
        items={items}
        keyOf={(item) => ('search' in item ? `search ${item.search.name}` : `tag ${item.tag.key}`)}
        show={(item) => <ShelfLine {...item} />}
      />
      {unreadable > 0 && (
        <p class="shelves-unreadable">{countText('importShelvesUnreadable', unreadable)}</p>
      )}
    </PreviewGroup>
  );
}
