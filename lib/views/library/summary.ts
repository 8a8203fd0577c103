import type { TagCount } from '../../papers/tags';
import { tagsAbove } from '../../papers/tagTree';
import type { Facets } from '../../search/query/facets';
import type { LibraryReader } from '../../store/reader';
import type { TagFinds } from '../searching/tagFinds';

/** What is known of the library as a whole. */
export interface SummaryState {
  /** How many bookmarks there are; null while unknown. */
  bookmarks: number | null;
  /** Tags in use, most used first. */
  tags: TagCount[];
  /** How many papers a search for each tag finds; null where that was not asked. */
  tagFinds: TagFinds | null;
  /** Organizations that were met in results, for completing. */
  organizations: string[];
}

/** Counts how many papers a search for each tag finds; absent: that of tags with tags below is not known. */
export interface CountsTags {
  countFinds?: (() => Promise<TagFinds | null>) | undefined;
}

/** Counts the library. */
export interface Summary {
  state(): SummaryState;
  count(): Promise<void>;
  readTags(): Promise<void>;
  /** The reader is about to search: counts what is found for each tag, where that is not how often it is used. */
  countTags(): Promise<void>;
  meet(facets: Facets | null): void;
}

/** See `Summary`. */
export function createSummary(
  reader: Pick<LibraryReader, 'count' | 'tags'>,
  { countFinds }: CountsTags,
  onChange: () => void,
): Summary {
  let state: SummaryState = { bookmarks: null, tags: [], tagFinds: null, organizations: [] };

  function set(part: Partial<SummaryState>): void {
    state = { ...state, ...part };
    onChange();
  }

  return {
    state: () => state,
    count: async () => set({ bookmarks: await reader.count() }),
    readTags: async () => set({ tags: await reader.tags(), tagFinds: null }),
    async countTags() {
      const { tags, tagFinds } = state;
      if (tagFinds !== null || tagsAbove(tags.map(({ tag }) => tag)).size === 0) return;
      const finds = (await countFinds?.()) ?? null;
      if (state.tags === tags) set({ tagFinds: finds }); // else they changed meanwhile
    },
    meet(facets) {
      const met = new Set(state.organizations);
      for (const { value } of facets?.organization ?? []) met.add(value);
      if (met.size > state.organizations.length) state = { ...state, organizations: [...met] };
    },
  };
}
