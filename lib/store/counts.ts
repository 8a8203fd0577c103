import type { Kept } from '../papers/bookmark';
import type { TagCount } from '../papers/tags';

/**
 * How many bookmarks there are, and how many have each tag, in its own spelling. Kept with every write, because an index
 * has to be gone through to be counted: 6 s for the tags of 100,000 bookmarks, in which nothing could be written.
 */
export interface CountRow {
  key: string;
  count: number;
}

/** The row that counts all bookmarks. */
export const ALL = 'all';

const TAG = 'tag ';
/** Keys of tags are from the first of these up to the second. */
export const TAG_KEYS = [TAG, 'tag!'] as const;

/** A bookmark before and after a write; null where there is none. */
export interface Written {
  before: Kept | null;
  after: Kept | null;
}

/** What writes add to the counts; rows that stay as they are are left out. */
export function countsOf(written: Iterable<Written>): Map<string, number> {
  const added = new Map<string, number>();
  const add = (key: string, by: number): void => {
    added.set(key, (added.get(key) ?? 0) + by);
  };
  for (const { before, after } of written) {
    for (const [kept, by] of [[before, -1] as const, [after, 1] as const]) {
      if (kept === null) continue;
      add(ALL, by);
      for (const tag of kept.annotation.tags) add(TAG + tag, by);
    }
  }
  return new Map([...added].filter(([, by]) => by !== 0));
}

/** The tags in rows of counts. */
export function tagsIn(rows: readonly CountRow[]): TagCount[] {
  return rows.map(({ key, count: times }) => ({ tag: key.slice(TAG.length), count: times }));
}
