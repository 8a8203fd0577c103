import { isPaperId, type PaperId } from '../../papers/ids';
import type { Scope } from '../../search/document';
import { ORDERS, type Order } from '../../search/query/order';

/** The places of the library page. */
export const ROUTES = ['list', 'tags', 'statistics', 'trash'] as const;
export type Route = (typeof ROUTES)[number];
export type SortBy = Order['by'];

/** What the library page shows, as its address says it: back, reload and a bookmark to it find the same again. */
export interface Address {
  route: Route;
  scope: Scope;
  query: string;
  sort: SortBy;
  /** The other way round than one expects of the order: the oldest first, titles from Z to A. */
  reversed?: boolean | undefined;
  /** The paper in the reading pane; null: none. */
  paper: PaperId | null;
  /** The part of it that takes the focus as one arrives, also where nothing is known of the paper but its id. */
  part?: 'tags' | undefined;
}

/** The library as it opens. */
export const START: Address = {
  route: 'list',
  scope: 'bookmarks',
  query: '',
  sort: 'starred',
  paper: null,
};

/** How a scope is sorted where nothing else is asked for. */
export function usualSort(scope: Scope): SortBy {
  return scope === 'history' ? 'seen' : 'starred';
}

/** The part of the page's address after the "#". What is as usual is left out. */
export function writeAddress(address: Address): string {
  const { route, scope, query, sort, reversed, paper, part } = address;
  const said = new URLSearchParams();
  if (scope !== START.scope) said.set('scope', scope);
  if (query !== '') said.set('q', query);
  if (sort !== usualSort(scope)) said.set('sort', sort);
  if (reversed) said.set('order', 'reversed');
  if (paper !== null) said.set('paper', paper);
  if (paper !== null && part !== undefined) said.set('part', part);
  const rest = said.size > 0 ? `?${said}` : '';
  return `#/${route === 'list' ? '' : route}${rest}`;
}

/** What an address asks for; what cannot be read is as usual. */
export function readAddress(hash: string): Address {
  const [path = '', ...rest] = hash.replace(/^#\/?/, '').split('?');
  const said = new URLSearchParams(rest.join('?'));
  const scope = said.get('scope') === 'history' ? 'history' : START.scope;
  const paper = said.get('paper');
  return {
    route: ROUTES.find((route) => route === path) ?? 'list',
    scope,
    query: said.get('q') ?? '',
    sort: ORDERS.find((sort) => sort === said.get('sort')) ?? usualSort(scope),
    paper: isPaperId(paper) ? paper : null,
    ...(said.get('order') === 'reversed' ? { reversed: true } : {}),
    ...(isPaperId(paper) && said.get('part') === 'tags' ? { part: 'tags' } : {}),
  };
}

/** The order of display that a sort means: what is greatest or newest first, titles from A to Z; or the other way round. */
export function orderOf({ sort, reversed = false }: Pick<Address, 'sort' | 'reversed'>): Order {
  return { by: sort, ascending: (sort === 'title') !== reversed };
}
