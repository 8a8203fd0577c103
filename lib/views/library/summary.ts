import type { TagCount } from '../../papers/tags';
import type { Facets } from '../../search/query/facets';
import type { LibraryReader } from '../../store/reader';

/** What is known of the library as a whole. */
export interface SummaryState {
  /** How many bookmarks there are; null while unknown. */
  bookmarks: number | null;
  /** Tags in use, most used first. */
  tags: TagCount[];
  /** Organizations that were met in results, for completing. */
  organizations: string[];
}

/** Counts the library. */
export interface Summary {
  state(): SummaryState;
  count(): Promise<void>;
  readTags(): Promise<void>;
  meet(facets: Facets | null): void;
}

/** See `Summary`. */
export function createSummary(
  reader: Pick<LibraryReader, 'count' | 'tags'>,
  onChange: () => void,
): Summary {
  let state: SummaryState = { bookmarks: null, tags: [], organizations: [] };

  function set(part: Partial<SummaryState>): void {
    state = { ...state, ...part };
    onChange();
  }

  return {
    state: () => state,
    count: async () => set({ bookmarks: await reader.count() }),
    readTags: async () => set({ tags: await reader.tags() }),
    meet(facets) {
      const met = new Set(state.organizations);
      for (const { value } of facets?.organization ?? []) met.add(value);
      if (met.size > state.organizations.length) state = { ...state, organizations: [...met] };
    },
  };
}
