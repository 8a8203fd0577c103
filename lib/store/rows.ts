import type { Bookmark } from '../papers/bookmark';
import { listedAt } from '../papers/bookmark';
import { fold } from '../papers/fold';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';

/** The database's name; the same in every context of the extension. */
export const DATABASE = 'asterism';

/** The version of its schema as the browser has it: Dexie's times ten. */
export const VERSION = 40;

/** From here on it is a newer version's: Dexie counts up by one where it has to mend a schema. */
export const NEWER = VERSION + 10;

// Each sort has an index (`rank.…`).
export { SORTS, type Sort } from '../papers/list';

/** One row of the reading list, with what it sorts by: ascending rank is the order of display. */
export interface BookmarkRow extends Bookmark {
  id: PaperId;
  rank: { [S in 'starred' | 'published']: number } & { title: string };
}

/**
 * One row of the history: a paper that a listing has shown. `…On` is the listing's path and query.
 * `last…` may lag behind by an hour (`showPapers`).
 */
export interface SeenRow {
  id: PaperId;
  paper: Paper;
  firstSeenAt: string;
  firstSeenOn: string;
  lastSeenAt: string;
  lastSeenOn: string;
}

/** The row that stores a bookmark. Newest first is a negative number, so that one `getAll` reads a screen. */
export function toRow(bookmark: Bookmark): BookmarkRow {
  const { publishedAt, title, id } = bookmark.paper;
  return {
    ...bookmark,
    id,
    rank: {
      starred: newestFirst(listedAt(bookmark)),
      published: newestFirst(publishedAt),
      title: fold(title).replace(/^[^\p{L}\p{N}]+/u, ''),
    },
  };
}

/** The bookmark in a row, without what only the store needs. */
export function toBookmark({ paper, annotation, extra }: BookmarkRow): Bookmark {
  return { paper, annotation, ...(extra === undefined ? {} : { extra }) };
}

/** Unknown times come last. Never NaN, which is no key: such a row would be in no list. */
function newestFirst(time: string | undefined): number {
  return time === undefined ? 0 : -Date.parse(time) || 0;
}
