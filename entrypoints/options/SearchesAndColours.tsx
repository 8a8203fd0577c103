import type { JSX } from 'preact';
import {
  IncomingSearchOrColour,
  type SearchOrColour,
} from '../../components/options/IncomingSearchOrColour';
import { MoreItems } from '../../components/options/MoreItems';
import { PreviewGroup } from '../../components/options/PreviewGroup';
import { settingLine } from '../../lib/imports/settingTexts';
import {
  type ComparedSearchesAndColours,
  countSearchesAndColours,
} from '../../lib/papers/searchesAndColours';
import type { ComparedSettings } from '../../lib/settings/carried';
import { countText, text } from '../../lib/text/text';

export interface SearchesAndColoursGroupProps {
  searchesAndColours: ComparedSearchesAndColours;
  settings: ComparedSettings;
  /** How many could not be read. */
  unreadable: number;
}

const FATES = ['added', 'differing', 'same'] as const;
/** Lists up to this length are open at first. */
const FEW = 10;

/** Saved searches, colours and settings in an import, and what becomes of them; nothing where there are none. */
export function SearchesAndColoursGroup({
  searchesAndColours,
  settings,
  unreadable,
}: SearchesAndColoursGroupProps): JSX.Element | null {
  const items = FATES.flatMap((fate): SearchOrColour[] => [
    ...searchesAndColours[fate].searches.map((search) => ({ fate, search })),
    ...searchesAndColours[fate].colours.map((tag) => ({ fate, tag })),
    ...(searchesAndColours[fate].dismissed ?? []).map(({ id, title }) => ({
      fate,
      setting: { name: text('notForMe'), value: title || id },
    })),
    ...settings[fate].map((setting) => ({ fate, setting: settingLine(setting) })),
  ]);
  if (items.length + unreadable === 0) return null;
  const added = countSearchesAndColours(searchesAndColours.added) + settings.added.length;
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
        keyOf={keyOf}
        show={(item) => <IncomingSearchOrColour {...item} />}
      />
      {unreadable > 0 && (
        <p class="searches-unreadable">{countText('importSearchesUnreadable', unreadable)}</p>
      )}
    </PreviewGroup>
  );
}

function keyOf(item: SearchOrColour): string {
  if ('search' in item) return `search ${item.search.name}`;
  return 'tag' in item ? `tag ${item.tag.key}` : `setting ${item.setting.name}`;
}
