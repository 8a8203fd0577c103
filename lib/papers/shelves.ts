import type { SavedSearch } from './savedSearch';
import type { ColouredTag } from './tagColours';

/** What the reader has beside bookmarks. */
export interface Shelves {
  searches: SavedSearch[];
  colours: ColouredTag[];
}

/** What would become of shelves that come to those that are there. What is there is never replaced. */
export interface ShelvedAs {
  /** Nothing of that name, or no colour of that tag, is there. */
  added: Shelves;
  /** There already. */
  same: Shelves;
  /** Something else is there, and stays. */
  differing: Shelves;
}

/** Compares shelves that come with those that are there. */
export function compareShelves(coming: Shelves, known: Shelves): ShelvedAs {
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
export function countOfShelves({ searches, colours }: Shelves): number {
  return searches.length + colours.length;
}

function sorted<T>(items: readonly T[], sidesOf: (item: T) => [unknown, unknown]) {
  const groups: Record<keyof ShelvedAs, T[]> = { added: [], same: [], differing: [] };
  for (const item of items) {
    const [known, comes] = sidesOf(item);
    groups[known === undefined ? 'added' : known === comes ? 'same' : 'differing'].push(item);
  }
  return groups;
}
