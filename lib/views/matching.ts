import type { ListedPaper } from '../papers/list';
import type { Query } from '../papers/query/ast';
import { matches } from '../papers/query/matches';
import { entryOf, type Scope } from '../search/document';

/** Whether a paper on show matches a query, as a search of this scope would find it. */
export function matchesQuery(
  query: Query,
  { id, paper, annotation }: Pick<ListedPaper, 'id' | 'paper' | 'annotation'>,
  scope: Scope,
): boolean {
  return matches(query, entryOf({ id, paper, annotation, seen: null }, scope));
}
