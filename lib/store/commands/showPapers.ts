import type { Annotations } from '../../messages/contract';
import type { Bookmark } from '../../papers/bookmark';
import { deepEqual } from '../../papers/deepEqual';
import type { PaperId } from '../../papers/ids';
import { refreshPaper } from '../../papers/merging';
import type { Paper } from '../../papers/paper';
import type { AsterismDatabase } from '../database';
import { type BookmarkRow, type SeenRow, toBookmark } from '../rows';
import { keeping, writeBookmarks } from '../writeRows';
import { annotationsIn } from './annotations';

export interface ShownPapers {
  listing: string;
  ids: readonly PaperId[];
  papers: readonly (Paper | null)[];
}

/**
 * How old a "last seen" must be to be written again: an hour. It only serves eviction, which counts in days, and a
 * listing that is opened again and again would write all its rows each time.
 */
const STALE_MS = 3_600_000;

/**
 * Remembers the facts of papers that a listing shows, in the history and in the library, and gives the annotations of
 * all its papers. Only rows that change are written.
 */
export function showPapers(
  db: AsterismDatabase,
  { listing, ids, papers }: ShownPapers,
  now: () => Date,
): Promise<Annotations> {
  return db.transaction('rw', [...keeping(db), db.papers], async () => {
    const at = now().toISOString();
    const told = byId(papers);
    const toldIds = [...told.keys()];
    const history = await db.papers.bulkGet(toldIds);
    const rows = await db.bookmarks.bulkGet([...new Set([...ids, ...toldIds])]);
    const seen = [...told.values()].map((paper, index) =>
      seenAgain(history[index], paper, listing, at),
    );
    await db.papers.bulkPut(seen.filter((row, index) => row !== history[index]));
    await writeBookmarks(
      db,
      rows.flatMap((row) => {
        const after = row ? refreshed(row, told.get(row.id)) : null;
        return row && after ? { before: row, after } : [];
      }),
    );
    return annotationsIn(rows);
  });
}

/** Each paper once: of two statements in one batch the second is the newer. */
function byId(papers: readonly (Paper | null)[]): Map<PaperId, Paper> {
  const told = new Map<PaperId, Paper>();
  for (const paper of papers) {
    if (paper === null) continue;
    const known = told.get(paper.id);
    told.set(paper.id, known ? refreshPaper(known, paper) : paper);
  }
  return told;
}

/** The history's row, the same object where nothing is worth writing. */
function seenAgain(row: SeenRow | undefined, paper: Paper, on: string, at: string): SeenRow {
  const { id } = paper;
  if (!row) return { id, paper, firstSeenAt: at, firstSeenOn: on, lastSeenAt: at, lastSeenOn: on };
  const facts = refreshPaper(row.paper, paper);
  // A clock that was set back makes an age negative; that is written too.
  const age = Math.abs(Date.parse(at) - Date.parse(row.lastSeenAt));
  if (age < STALE_MS && deepEqual(facts, row.paper)) return row;
  return { ...row, paper: facts, lastSeenAt: at, lastSeenOn: on };
}

/** The bookmark with what is told anew of its paper, or null where that is nothing. */
function refreshed(row: BookmarkRow, paper: Paper | undefined): Bookmark | null {
  const facts = paper ? refreshPaper(row.paper, paper) : row.paper;
  return deepEqual(facts, row.paper) ? null : { ...toBookmark(row), paper: facts };
}
