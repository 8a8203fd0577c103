import type { SavedSearch } from './savedSearch';
import type { ColouredTag } from './tagColours';

/** What the reader has beside bookmarks. */
export interface SearchesAndColours {
  searches: SavedSearch[];
  colours: ColouredTag[];
}

/** Neither a search nor a colour. */
export const NO_SEARCHES_OR_COLOURS: Readonly<SearchesAndColours> = { searches: [], colours: [] };

/** What would become of incoming searches and colours beside those already there, which are never replaced. */
export interface ComparedSearchesAndColours {
  /** There is no search with that name, or no colour for that tag, yet. */
  added: SearchesAndColours;
  /** There already. */
  same: SearchesAndColours;
  /** Something else is there, and stays. */
  differing: SearchesAndColours;
}

/** Compares incoming searches and colours with those already there. */
export function compareSearchesAndColours(
  coming: SearchesAndColours,
  known: SearchesAndColours,
): ComparedSearchesAndColours {
  const queries = new Map(known.searches.map(({ name, query }) => [name, query]));
  const colours = new Map(known.colours.map(({ key, colour }) => [key, colour]));
  const searches = sorted(coming.searches, ({ name, query }) => [queries.get(name), query]);
  const tags = sorted(coming.colours, ({ key, colour }) => [colours.get(key), colour]);
  return {
    added: { searches: searches.added, colours: tags.added },
    same: { searches: searches.same, colours: tags.same },
    differing: { searches: searches.differing, colours: tags.differing },
  };
}

/** How many there are. */
export function countSearchesAndColours({ searches, colours }: SearchesAndColours): number {
  return searches.length + colours.length;
}

function sorted<T>(items: readonly T[], sidesOf: (item: T) => [unknown, unknown]) {
  const groups: Record<keyof ComparedSearchesAndColours, T[]> = {
    added: [],
    same: [],
    differing: [],
  };
  for (const item of items) {
    const [known, comes] = sidesOf(item);
    groups[known === undefined ? 'added' : known === comes ? 'same' : 'differing'].push(item);
  }
  return groups;
}
