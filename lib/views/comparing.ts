import { isEmpty } from '../papers/annotation';
import type { Bookmark } from '../papers/bookmark';
import { mergeBookmarks } from '../papers/merging';
import type { LibraryReader } from '../store/reader';
import { toBookmark } from '../store/rows';
import { same } from '../store/same';
import type { Pace } from './pace';

/** What an import would change. `changes` are the incoming bookmarks that would change something. */
export interface Comparison {
  newCount: number;
  mergeCount: number;
  sameCount: number;
  changes: Bookmark[];
}

const BATCH = 500;

/** Compares incoming bookmarks, each paper once, with the library. Stops early if the signal aborts. */
export async function compare(
  incoming: readonly Bookmark[],
  reader: Pick<LibraryReader, 'bookmarks'>,
  onCompared: (done: number) => void,
  pace: Pace,
  signal: AbortSignal,
): Promise<Comparison> {
  const found: Comparison = { newCount: 0, mergeCount: 0, sameCount: 0, changes: [] };
  for (let at = 0; at < incoming.length && !signal.aborted; at += BATCH) {
    const batch = incoming.slice(at, at + BATCH);
    const rows = await reader.bookmarks(batch.map(({ paper }) => paper.id));
    const known = new Map(rows.map((row) => [row.id, toBookmark(row)]));
    for (const bookmark of batch) {
      const before = known.get(bookmark.paper.id);
      const after = before === undefined ? bookmark : mergeBookmarks(before, bookmark);
      if (same(after, before) || isEmpty(after.annotation)) found.sameCount++;
      else {
        found[before === undefined ? 'newCount' : 'mergeCount']++;
        found.changes.push(bookmark);
      }
    }
    onCompared(at + batch.length);
    await pace();
  }
  return found;
}
