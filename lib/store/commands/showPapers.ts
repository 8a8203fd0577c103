import type { Annotations } from '../../messages/contract';
import { deepEqual } from '../../papers/deepEqual';
import type { PaperId } from '../../papers/ids';
import { refreshPaper } from '../../papers/merging';
import type { Paper } from '../../papers/paper';
import { asStated, hadInHand, withFirstVersion } from '../../papers/versions';
import type { AsterismDatabase } from '../database';
import type { HistoryRow } from '../rows';
import { writeFacts } from '../writeRows';
import { annotationsIn } from './annotations';

export interface ShownPapers {
  /** The address of the page: it says on which site, too. */
  address: string;
  ids: readonly PaperId[];
  papers: readonly (Paper | null)[];
}

/**
 * How old a "last seen" must be to be written again: an hour. It only serves eviction, which counts in days, and a
 * listing that is opened again and again would write all its rows each time.
 */
const STALE_MS = 3_600_000;

/**
 * Remembers the papers that a page shows, and what it states about them, and gives the annotations of all its papers.
 * Only rows that change are written.
 */
export function showPapers(
  db: AsterismDatabase,
  { address, ids, papers }: ShownPapers,
  now: () => Date,
): Promise<Annotations> {
  const tables = [db.history, db.papers, db.bookmarks, db.uncopied];
  return db.transaction('rw', tables, async () => {
    const at = now().toISOString();
    const told = byId(papers);
    const toldIds = [...told.keys()];
    const [history, facts, bookmarks] = await Promise.all([
      db.history.bulkGet(toldIds),
      db.papers.bulkGet(toldIds),
      db.bookmarks.bulkGet([...new Set([...ids, ...toldIds])]),
    ]);
    const seen = toldIds.flatMap((id, index) => seenAgain(id, history[index], address, at) ?? []);
    const bookmarked = new Set(bookmarks.flatMap((row) => row?.id ?? []));
    const inHand = new Set(
      bookmarks.flatMap((row) => (row && hadInHand(row.annotation) ? row.id : [])),
    );
    const learned = [...told.values()].flatMap(
      (paper, index) => refreshed(facts[index]?.paper, paper, inHand.has(paper.id)) ?? [],
    );
    await Promise.all([
      seen.length > 0 && db.history.bulkPut(seen),
      writeFacts(
        db,
        learned.map((paper) => ({ id: paper.id, paper })),
        learned.map(({ id }) => id).filter((id) => bookmarked.has(id)),
      ),
    ]);
    return annotationsIn(bookmarks);
  });
}

/** Each paper once: of two statements in one batch the second is the newer. */
function byId(papers: readonly (Paper | null)[]): Map<PaperId, Paper> {
  const told = new Map<PaperId, Paper>();
  for (const paper of papers) {
    if (paper === null) continue;
    const known = told.get(paper.id);
    const stated = asStated(paper);
    told.set(paper.id, known ? refreshPaper(known, stated) : stated);
  }
  return told;
}

/** The history's row, or null where nothing is worth writing. */
function seenAgain(
  id: PaperId,
  row: HistoryRow | undefined,
  on: string,
  at: string,
): HistoryRow | null {
  if (!row) return { id, firstSeenAt: at, firstSeenOn: on, lastSeenAt: at, lastSeenOn: on };
  // A clock that was set back makes an age negative; that is written too.
  const age = Math.abs(Date.parse(at) - Date.parse(row.lastSeenAt));
  return age < STALE_MS ? null : { ...row, lastSeenAt: at, lastSeenOn: on };
}

/** The facts with what a page states again, or null where that is nothing. */
function refreshed(known: Paper | undefined, told: Paper, isInHand: boolean): Paper | null {
  if (known === undefined) return told;
  const seen = refreshPaper(known, told);
  const facts = isInHand ? withFirstVersion(seen, known) : seen;
  return deepEqual(facts, known) ? null : facts;
}
