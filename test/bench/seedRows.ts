import { type CountRow, countsOf } from '../../lib/store/counts';
import { type BookmarkRow, type HistoryRow, type PaperRow, toRow } from '../../lib/store/rows';
import { generatedAnnotation, generatedPaper, idOf } from './library';

// The rows that the worker's commands would have written.

/** The bookmark of paper `n`. */
export function bookmarkRow(n: number): BookmarkRow {
  return toRow(idOf(n), { annotation: generatedAnnotation(n) });
}

/** The facts of paper `n`. */
export function paperRow(n: number): PaperRow {
  return { id: idOf(n), paper: generatedPaper(n) };
}

/** Paper `n` as a listing has shown it, one a minute up to a moment. */
export function historyRow(n: number, until: Date): HistoryRow {
  const at = new Date(until.getTime() - (n % 500_000) * 60_000).toISOString();
  const on = `https://huggingface.co/papers/date/${at.slice(0, 10)}`;
  return { id: idOf(n), firstSeenAt: at, firstSeenOn: on, lastSeenAt: at, lastSeenOn: on };
}

/** What all bookmarks together count. */
export function countRows(rows: readonly BookmarkRow[]): CountRow[] {
  const counts = countsOf(rows.map((after) => ({ before: null, after })));
  return [...counts].map(([key, count]) => ({ key, count }));
}
