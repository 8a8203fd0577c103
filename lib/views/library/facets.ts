import type { Query } from '../../papers/query/ast';
import { hasTerm, withoutTerm, withTerm } from '../../papers/query/terms';
import { writeQuery } from '../../papers/query/write';
import type { Counted, Facets } from '../../search/query/facets';

/** The ways in which a result is counted. */
export const FACETS = ['status', 'year', 'organization', 'tag'] as const;
export type FacetName = (typeof FACETS)[number];

/** One value by which a result can be narrowed. */
export interface FacetValue {
  /** What it adds to the search, as typed; tells values apart. */
  term: string;
  query: Query;
  /** The value itself; statuses are named by the interface. */
  label: string;
  /** Null: not counted. */
  count: number | null;
  /** Whether the search asks for it. */
  chosen: boolean;
}

const TERMS: { [F in FacetName]: (value: NonNullable<Facets[F][number]['value']>) => Query } = {
  status: (what) => ({ kind: 'is', what }),
  year: (year) => ({ kind: 'year', from: year, to: year }),
  organization: (text) => ({ kind: 'org', text }),
  tag: (tag) => ({ kind: 'tag', tag }),
};

/** The values of one facet, with what each adds to the search. What is not known cannot be asked for. */
export function facetValues(facets: Facets, name: FacetName, text: string): FacetValue[] {
  const counted: Counted<unknown>[] = facets[name];
  const toQuery = TERMS[name] as (value: unknown) => Query; // each value goes to its own facet's function
  return counted
    .filter(({ value, count }) => value !== null && count > 0)
    .map(({ value, count }) => narrowedBy(toQuery(value), String(value), count, text));
}

/** What a result can be narrowed to without a count. */
export function quickValues(text: string): FacetValue[] {
  const untagged: Query = { kind: 'tag', tag: null };
  return [
    narrowedBy({ kind: 'is', what: 'starred' }, 'starred', null, text),
    narrowedBy({ kind: 'is', what: 'noted' }, 'noted', null, text),
    narrowedBy(untagged, 'untagged', null, text),
  ];
}

/** The search's text with a value chosen, or no longer. */
export function toggled(text: string, { query, chosen }: FacetValue): string {
  return chosen ? withoutTerm(text, query) : withTerm(text, query);
}

function narrowedBy(query: Query, label: string, count: number | null, text: string): FacetValue {
  return { term: writeQuery(query), query, label, count, chosen: hasTerm(text, query) };
}
