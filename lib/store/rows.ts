import { type Bookmark, type Kept, keptIn } from '../papers/bookmark';
import type { DismissedPaper } from '../papers/dismissed';
import type { PaperEvent } from '../papers/events';
import type { PaperId } from '../papers/ids';
import { listedRank } from '../papers/list';
import { type Paper, placeholderTitle } from '../papers/paper';
import type { SavedSearch } from '../papers/savedSearch';
import type { StepChange } from '../papers/steps';
import type { ColouredTag } from '../papers/tagColours';
import type { Sightings } from '../papers/timeline';
import type { Trashed } from '../papers/trash';

/** The database's name; the same in every context of the extension. */
export const DATABASE = 'asterism';

/** The version of its schema as the browser has it: Dexie's times ten. */
export const VERSION = 80;

/** From here on it is a newer version's: Dexie counts up by one where it has to mend a schema. */
export const NEWER = VERSION + 10;

/** The facts of a paper: of every bookmark, of all that is in the trash, and of the whole history. */
export interface PaperRow {
  id: PaperId;
  paper: Paper;
}

/** One row of the reading list, less the facts of its paper: a click rewrites no more than this. */
export interface BookmarkRow extends Kept {
  id: PaperId;
  /** Ascending is the order of display. Newest first is a negative number, so that one `getAll` reads a screen. */
  rank: number;
}

/** One row of the history: a paper that a page has shown. `last…` may lag behind by an hour (`showPapers`). */
export interface HistoryRow extends Sightings {
  id: PaperId;
}

/** A paper of the history that was in sight: when first, and for how long at most in one visit of a page. */
export interface SightRow {
  id: PaperId;
  at: string;
  /** Whole seconds; 0 where the reader marked it as seen. */
  seconds: number;
}

/** A paper that is not for the reader, and since when. It is not a bookmark. */
export interface DismissedRow {
  id: PaperId;
  at: string;
}

/** A removed bookmark, less the facts of its paper. */
export interface TrashRow extends Trashed {
  id: PaperId;
}

/** One paper's events, oldest first. One row a paper: what an action costs does not depend on how many there are. */
export interface EventsRow {
  id: PaperId;
  events: PaperEvent[];
}

/** The row that stores a bookmark. */
export function toRow(id: PaperId, kept: Kept): BookmarkRow {
  return { ...keptIn(kept), id, rank: listedRank(kept) };
}

/** A bookmark, of its row and the row of its facts: without them it keeps its id, and a site may tell the rest again. */
export function toBookmark(row: Kept & { id: PaperId }, facts: PaperRow | undefined): Bookmark {
  return { paper: facts?.paper ?? nothingKnown(row.id), ...keptIn(row) };
}

/** A dismissed paper, of its row and the row of its facts. */
export function dismissedPaper({ id, at }: DismissedRow, facts?: PaperRow): DismissedPaper {
  const { title } = facts?.paper ?? nothingKnown(id);
  return { id, title, dismissedAt: at };
}

/** What is known of a paper of which only the id is known. */
export function nothingKnown(id: PaperId): Paper {
  return { id, title: placeholderTitle(id), authors: [] };
}

/** What a step did to the colour of one tag. */
export interface ColourChange {
  key: string;
  was: ColouredTag | null;
  left: ColouredTag | null;
}

/** What a step did to one saved search. */
export interface SearchChange {
  name: string;
  was: SavedSearch | null;
  left: SavedSearch | null;
}

/** A row of the step log. A step of many papers has several parts, so that no row is large. */
export interface StepPart {
  step: number;
  part: number;
  at: string;
  changes: StepChange[];
  colours?: ColourChange[];
  searches?: SearchChange[];
}
