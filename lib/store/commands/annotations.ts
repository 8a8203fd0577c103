import type { Annotations } from '../../messages/contract';
import type { PaperId } from '../../papers/ids';
import { combinePapers, refreshPaper } from '../../papers/merging';
import type { Paper } from '../../papers/paper';
import type { AsterismDatabase } from '../database';
import type { BookmarkRow } from '../rows';

/** The annotations of some papers. */
export async function annotationsOf(
  db: AsterismDatabase,
  ids: readonly PaperId[],
): Promise<Annotations> {
  return annotationsIn(await db.bookmarks.bulkGet([...ids]));
}

/** The facts of a paper, those that are stored and those that were told; null where nothing is known. */
export async function knownPaper(
  db: AsterismDatabase,
  id: PaperId,
  told: Paper | undefined,
): Promise<Paper | null> {
  const known = (await db.papers.get(id))?.paper;
  return known && told ? combinePapers(known, told) : (known ?? told ?? null);
}

/** The facts of some papers, as far as any are known: what was told lately, and what is stored. */
export async function factsOf(
  db: AsterismDatabase,
  ids: readonly PaperId[],
  told: readonly (Paper | null)[],
): Promise<Paper[]> {
  const latest = new Map(told.flatMap((paper) => (paper ? [[paper.id, paper]] : [])));
  const rows = await db.papers.bulkGet([...ids]);
  return ids.flatMap((id, at) => {
    const [known, seen] = [rows[at]?.paper, latest.get(id)];
    const paper = known && seen ? refreshPaper(known, seen) : (seen ?? known);
    return paper ? [paper] : [];
  });
}

/** The annotations in some rows, by paper id. */
export function annotationsIn(rows: readonly (BookmarkRow | undefined)[]): Annotations {
  const annotations: Annotations = {};
  for (const row of rows) if (row) annotations[row.id] = row.annotation;
  return annotations;
}

/** How many of these papers are in the library. */
export async function countBookmarks(
  db: AsterismDatabase,
  ids: readonly PaperId[],
): Promise<number> {
  return db.bookmarks
    .where('id')
    .anyOf([...ids])
    .count();
}
