import type { JSX } from 'preact';
import {
  IncomingSearchOrColour,
  type SearchOrColour,
} from '../../components/options/IncomingSearchOrColour';
import { MoreItems } from '../../components/options/MoreItems';
import { PreviewGroup } from '../../components/options/PreviewGroup';
import {
  type ComparedSearchesAndColours,
  countSearchesAndColours,
} from '../../lib/papers/searchesAndColours';
import { countText, text } from '../../lib/text/text';

export interface SearchesAndColoursGroupProps {
  searchesAndColours: ComparedSearchesAndColours;
  /** How many could not be read. */
  unreadable: number;
}

const FATES = ['added', 'differing', 'same'] as const;
/** Lists up to this length are open at first. */
const FEW = 10;

/** Saved searches and colours in an import, and what becomes of them; nothing where there are none. */
export function SearchesAndColoursGroup({
  searchesAndColours,
  unreadable,
}: SearchesAndColoursGroupProps): JSX.Element | null {
  const items = FATES.flatMap((fate): SearchOrColour[] => [
    ...searchesAndColours[fate].searches.map((search) => ({ fate, search })),
    ...searchesAndColours[fate].colours.map((tag) => ({ fate, tag })),
  ]);
  if (items.length + unreadable === 0) return null;
  const added = countSearchesAndColours(searchesAndColours.added);
  return (
    <PreviewGroup
      id="searches-and-colours"
      name={text('importSearches')}
      about={countText('importSearchesAbout', added)}
      count={items.length + unreadable}
      open={added + unreadable > 0 && items.length <= FEW}
    >
      <MoreItems
        items={items}
        keyOf={(item) => ('search' in item ? `search ${item.search.name}` : `tag ${item.tag.key}`)}
        show={(item) => <IncomingSearchOrColour {...item} />}
      />
      {unreadable > 0 && (
        <p class="searches-unreadable">{countText('importSearchesUnreadable', unreadable)}</p>
      )}
    </PreviewGroup>
  );
}
