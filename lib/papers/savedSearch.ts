/** A search that the reader gave a name. */
export interface SavedSearch {
  name: string;
  query: string;
  /** ISO 8601, UTC. */
  savedAt: string;
}

/** Longest values of a saved search, in characters. */
export const SEARCH_LIMITS = { name: 100, query: 2_000 } as const;
