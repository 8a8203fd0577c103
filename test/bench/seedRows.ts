import { type CountRow, countsOf } from '../../lib/store/counts';
import { type BookmarkRow, type SeenRow, toRow } from '../../lib/store/rows';
import { generatedAnnotation, generatedPaper } from './library';

// The rows that the worker's commands would have written.

/** The bookmark of paper `n`. */
export function bookmarkRow(n: number): BookmarkRow {
  return toRow({ paper: generatedPaper(n), annotation: generatedAnnotation(n) });
}

/** Paper `n` as a listing has shown it, one a minute up to a moment. */
export function seenRow(n: number, until: Date): SeenRow {
  const paper = generatedPaper(n);
  const at = new Date(until.getTime() - (n % 500_000) * 60_000).toISOString();
  const on = `/papers/date/${at.slice(0, 10)}`;
  return { id: paper.id, paper, firstSeenAt: at, firstSeenOn: on, lastSeenAt: at, lastSeenOn: on };
}

/** What all bookmarks together count. */
export function countRows(rows: readonly BookmarkRow[]): CountRow[] {
  const counts = countsOf(rows.map((after) => ({ before: null, after })));
  return [...counts].map(([key, count]) => ({ key, count }));
}
