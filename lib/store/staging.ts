import type { ImportOutcome } from '../messages/contract';
import type { Incoming } from '../papers/bookmark';
import type { SearchesAndColours } from '../papers/searchesAndColours';

/** A part of an import that waits to be applied. */
export interface StagedPart {
  import: string;
  part: number;
  stagedAt: string;
  bookmarks: Incoming[];
  shelves?: SearchesAndColours | undefined;
  /** What applying did: left in place of the parts, for a reader whose answer was lost. */
  outcome?: ImportOutcome;
}

/** The part's number under which an applied import leaves its outcome. */
export const OUTCOME_PART = -1;
