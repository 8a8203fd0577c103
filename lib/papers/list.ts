import type { Annotation, Status } from './annotation';
import type { Bookmark } from './bookmark';
import { fold } from './fold';
import type { PaperId } from './ids';
import type { Paper } from './paper';
import { sameTag } from './tags';

/** How the reading list can be sorted. */
export const SORTS = ['starred', 'published', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** What narrows a list; a bookmark is shown when it fits every part. */
export interface Filter {
  /** Words as typed: each must occur, in whatever order. */
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

/** Whether a filter leaves anything out. */
export function isFiltering(filter: Filter): boolean {
  return (
    filter.status !== null ||
    filter.tag !== null ||
    filter.starred ||
    queryWords(filter.query).length > 0
  );
}

/** The words of a query as searching compares them, each once. */
export function queryWords(query: string): string[] {
  return [...new Set(fold(query).split(/\s+/u).filter(Boolean))];
}

/** Everything of a bookmark that a search looks at, folded. */
export function searchText({ paper, annotation }: Bookmark): string {
  const { organization } = paper;
  const parts = [
    paper.title,
    paper.id,
    ...paper.authors,
    organization?.fullname ?? '',
    organization?.name ?? '',
    paper.abstract ?? '',
    ...annotation.tags,
    annotation.note,
  ];
  return fold(parts.join('\n'));
}

/** A test for bookmarks that fit a filter; the query is taken apart once, not for each bookmark. */
export function matcher(filter: Filter): (bookmark: Bookmark) => boolean {
  const words = queryWords(filter.query);
  const { status, tag, starred } = filter;
  return (bookmark) => {
    const { annotation } = bookmark;
    if (starred && !annotation.starred) return false;
    if (status !== null && (annotation.status ?? 'none') !== status) return false;
    if (tag !== null && !annotation.tags.some((other) => sameTag(other, tag))) return false;
    if (words.length === 0) return true;
    const text = searchText(bookmark);
    return words.every((word) => text.includes(word));
  };
}

/** One paper as a list shows it, edits that are still on their way included. */
export interface ListedPaper {
  id: PaperId;
  paper: Paper;
  annotation: Annotation;
  /** Whether it is in the library. */
  bookmarked: boolean;
  /** Whether an edit is still on its way. */
  saving: boolean;
}

/** What a list keeps of a row in order to sort it: ascending rank, then id, as the database's indexes do. */
export interface Ranked {
  id: PaperId;
  rank: number | string;
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
