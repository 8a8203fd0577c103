import type { Filter, ListedPaper } from '../papers/list';
import type { Query } from '../papers/query/ast';
import { filterQuery } from '../papers/query/filter';
import { type InParts, markingAll } from '../papers/query/marks';
import { parseQuery } from '../papers/query/parse';
import type { Problem } from '../papers/query/problems';
import { matchesQuery } from './matching';

/** What a filter says. */
export interface Understood {
  /** `all` where it leaves nothing out. */
  query: Query;
  /** What cannot be read of its text. */
  problems: readonly Problem[];
  /** Marks what it finds. */
  inParts: InParts;
  /** Whether a paper of the library matches it. */
  fits(paper: ListedPaper): boolean;
}

/** Reads a filter. Loaded when the first screen is there: until something is typed or chosen, every paper matches. */
export function understand(filter: Filter, now: Date): Understood {
  const query = filterQuery(filter, now);
  return {
    query,
    problems: parseQuery(filter.query, now).problems,
    inParts: markingAll(query),
    fits: (paper) => matchesQuery(query, paper, 'bookmarks'),
  };
}
