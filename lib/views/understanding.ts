import type { Filter, ListedPaper } from '../papers/list';
import type { Query } from '../papers/query/ast';
import { filterQuery } from '../papers/query/filter';
import { type Mark, wordsToMark } from '../papers/query/marks';
import { parseQuery } from '../papers/query/parse';
import type { Problem } from '../papers/query/problems';
import { matchesQuery } from './matching';

/** What a filter says. */
export interface Understood {
  /** `all` where it leaves nothing out. */
  query: Query;
  /** What cannot be read of its text. */
  problems: readonly Problem[];
  /** What to mark in what it finds. */
  marks: readonly Mark[];
  /** Whether a paper of the library matches it. */
  fits(paper: ListedPaper): boolean;
}

/** Reads a filter. Loaded when the first screen is there: until something is typed or chosen, every paper matches. */
export function understand(filter: Filter, now: Date): Understood {
  const query = filterQuery(filter, now);
  const { text, author, org } = wordsToMark(query);
  return {
    query,
    problems: parseQuery(filter.query, now).problems,
    marks: [...text, ...author, ...org],
    fits: (paper) => matchesQuery(query, paper, 'bookmarks'),
  };
}
