import type { Annotation, Status } from './annotation';
import { type Bookmark, type Kept, listedAt } from './bookmark';
import { fold } from './caseFolding';
import type { PaperId } from './ids';
import type { Paper } from './paper';

/** How the reading list can be sorted. */
export const SORTS = ['starred', 'published', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** What narrows a list; a bookmark is shown when it fits every part. */
export interface Filter {
  /** As typed, in the query language (docs/query-language.md). */
  query: string;
  /** `none`: papers without a reading status. Null: any. */
  status: Status | 'none' | null;
  /** Null: any. */
  tag: string | null;
  /** Starred papers only. */
  starred: boolean;
}

/** The filter that lets everything through. */
export const NO_FILTER: Filter = { query: '', status: null, tag: null, starred: false };

/** One paper as a list shows it, edits that are still on their way included. */
export interface ListedPaper {
  id: PaperId;
  paper: Paper;
  annotation: Annotation;
  /** Whether it is in the library. */
  bookmarked: boolean;
  /** Whether an edit is still on its way. */
  saving: boolean;
  /** Whether it is not for the reader, where that is to be shown. */
  dismissed?: boolean | undefined;
}

/** What a list keeps of a row in order to sort it: ascending rank, then id, as the database's indexes do. */
export interface Ranked {
  id: PaperId;
  rank: number | string;
}

/** What a bookmark sorts by: ascending rank is the order of display. */
export function rankOf(bookmark: Bookmark, sort: Sort): number | string {
  const { publishedAt, title } = bookmark.paper;
  switch (sort) {
    case 'starred':
      return listedRank(bookmark);
    case 'published':
      return newestFirst(publishedAt);
    case 'title':
      return fold(title).replace(/^[^\p{L}\p{N}]+/u, '');
  }
}

/** The rank by when a bookmark was listed, the newest first: for this the facts are not needed. */
export function listedRank(kept: Kept): number {
  return newestFirst(listedAt(kept));
}

/** Unknown times come last. Never NaN, which is not a key: such a row would be in no list. */
function newestFirst(time: string | undefined): number {
  return time === undefined ? 0 : -Date.parse(time) || 0;
}

/** Compares two rows of one order of display. */
export function byRank(a: Ranked, b: Ranked): number {
  return compare(a.rank, b.rank) || compare(a.id, b.id);
}

/** Where a row belongs in a sorted list. */
export function placeOf(row: Ranked, sorted: readonly Ranked[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && byRank(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
