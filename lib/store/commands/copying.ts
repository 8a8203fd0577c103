import type { Bookmark } from '../../papers/bookmark';
import type { PaperId } from '../../papers/ids';
import type { SearchesAndColours } from '../../papers/searchesAndColours';
import { CAPTURED, COPIED, type CopyStateRow } from '../copyState';
import { ALL } from '../counts';
import type { AsterismDatabase } from '../database';
import { rowsOf } from '../manyRows';
import { dismissedPaper, toBookmark } from '../rows';

/** What a database is to its copy. */
export interface DatabaseState {
  /** Its name, null where it has none yet: it is new. */
  database: string | null;
  /** The last change that it has noted for the copy. */
  through: number;
  hasBookmarks: boolean;
}

/** What there is to copy from. Fails where the database cannot be read. */
export function databaseState(db: AsterismDatabase): Promise<DatabaseState> {
  return db.transaction('r', db.copyState, db.uncopied, db.bookmarks, async () => {
    const [row, last, first] = await Promise.all([
      copyRow(db),
      db.uncopied.toCollection().lastKey(),
      db.bookmarks.limit(1).primaryKeys(),
    ]);
    return {
      database: row?.database ?? null,
      through: Math.max(row?.through ?? 0, Number(last ?? 0)),
      hasBookmarks: first.length > 0,
    };
  });
}

/** Gives a database the name by which its copy knows it. */
export async function nameDatabase(
  db: AsterismDatabase,
  { database, through }: Omit<CopyStateRow, 'id'>,
): Promise<void> {
  await db.copyState.put({ id: COPIED, database, through });
}

async function copyRow(db: AsterismDatabase): Promise<CopyStateRow | undefined> {
  const row = await db.copyState.get(COPIED);
  return row?.id === COPIED ? row : undefined;
}

/** How many bookmarks there are. */
export async function libraryCount(db: AsterismDatabase): Promise<number> {
  return (await db.counts.get(ALL))?.count ?? 0;
}

/** Bookmarks that were changed after some point, oldest change first: `most` or a few more, and up to where they go. */
export async function uncopiedPapers(
  db: AsterismDatabase,
  after: number,
  most: number,
): Promise<{ ids: PaperId[]; through: number }> {
  const ids = new Set<PaperId>();
  let through = after;
  await db.uncopied
    .where('seq')
    .above(after)
    .until(() => ids.size >= most)
    .each((row) => {
      for (const id of row.ids) ids.add(id);
      through = row.seq;
    });
  return { ids: [...ids].sort(), through };
}

/** Forgets changes that the copy has, and sync where it is on. */
export function forgetCopied(db: AsterismDatabase, through: number): Promise<void> {
  return db.transaction('rw', db.copyState, db.uncopied, async () => {
    const [copied, captured] = await db.copyState.bulkGet([COPIED, CAPTURED]);
    if (copied) await db.copyState.put({ ...copied, through });
    const both = Math.min(through, captured?.through ?? through);
    await db.uncopied.where('seq').belowOrEqual(both).delete();
  });
}

/** Some bookmarks; null for a paper that has none. */
export function bookmarksNow(
  db: AsterismDatabase,
  ids: readonly PaperId[],
): Promise<[PaperId, Bookmark | null][]> {
  return db.transaction('r', db.bookmarks, db.papers, async () => {
    const [rows, facts] = await Promise.all([rowsOf(db.bookmarks, ids), rowsOf(db.papers, ids)]);
    return ids.map((id) => {
      const row = rows.get(id);
      return [id, row === undefined ? null : toBookmark(row, facts.get(id))];
    });
  });
}

/** The next bookmarks in the order of ids. */
export function bookmarksAfter(
  db: AsterismDatabase,
  id: PaperId | '',
  most: number,
): Promise<Bookmark[]> {
  return db.transaction('r', db.bookmarks, db.papers, async () => {
    const rows = await db.bookmarks.where('id').above(id).limit(most).toArray();
    const facts = await rowsOf(
      db.papers,
      rows.map((row) => row.id),
    );
    return rows.map((row) => toBookmark(row, facts.get(row.id)));
  });
}

/** Saved searches, colours of tags, and papers that are dismissed. */
export function searchesAndColoursNow(db: AsterismDatabase): Promise<SearchesAndColours> {
  return db.transaction('r', db.searches, db.colours, db.dismissed, db.papers, async () => {
    const [searches, colours, rows] = await Promise.all([
      db.searches.toArray(),
      db.colours.toArray(),
      db.dismissed.toArray(),
    ]);
    if (rows.length === 0) return { searches, colours };
    const facts = await db.papers.bulkGet(rows.map(({ id }) => id));
    const dismissed = rows.map((row, at) => dismissedPaper(row, facts[at]));
    return { searches, colours, dismissed };
  });
}
