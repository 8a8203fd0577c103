import { type DismissedPaper, newlyDismissed } from './dismissed';
import type { SavedSearch } from './savedSearch';
import type { ColouredTag } from './tagColours';

/** What the reader has beside bookmarks. */
export interface SearchesAndColours {
  searches: SavedSearch[];
  colours: ColouredTag[];
  /** Papers that are not for the reader; absent: none. */
  dismissed?: DismissedPaper[] | undefined;
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
  const dismissed = newlyDismissed(coming.dismissed ?? [], known.dismissed ?? []);
  const listed = (papers: DismissedPaper[]) => (papers.length > 0 ? { dismissed: papers } : {});
  return {
    added: { searches: searches.added, colours: tags.added, ...listed(dismissed.added) },
    same: { searches: searches.same, colours: tags.same, ...listed(dismissed.same) },
    differing: { searches: searches.differing, colours: tags.differing },
  };
}

/** How many there are. */
export function countSearchesAndColours({
  searches,
  colours,
  dismissed = [],
}: SearchesAndColours): number {
  return searches.length + colours.length + dismissed.length;
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
