import type { PaperId } from '../../papers/ids';
import type { Query } from '../../papers/query/ast';
import type { Scope } from '../document';
import type { Facets } from './facets';
import type { Order } from './order';

/** What a list wants to know: which papers a query finds, and those of one window in an order. */
export interface SearchRequest {
  query: Query;
  scope: Scope;
  order: Order;
  from: number;
  count: number;
  facets: boolean;
  /** All tags among them, and all that tags have before a slash; else the most frequent tags in use. */
  allTags?: boolean;
  /** Another window of what was searched for before: what has changed since is not asked. */
  further?: boolean;
}

/** What was found so far. */
export interface SearchAnswer {
  /** The window's papers. They are right, but where the answer is not complete there may be others between them. */
  ids: PaperId[];
  total: number;
  /** Null where they were not asked for. */
  facets: Facets | null;
  /** Papers of the scope, found or not, of which only id, title and tags are searched, as the rest could not be read. */
  unreadable: readonly PaperId[];
  /** Papers that are known of and not looked at yet. */
  rest: number;
  /** Whether all is in it that was written before the search began; if not, another answer follows. */
  isCurrent: boolean;
}

/** Whether nothing more is to be expected. */
export function isComplete({ rest, isCurrent }: SearchAnswer): boolean {
  return rest === 0 && isCurrent;
}
