import type { PaperId } from '../../papers/ids';
import type { SearchDocument } from '../../search/document';
import type { Segment } from '../../search/index/segment';
import type { IndexState, PartName, Parts } from '../../search/index/source';
import { noteRows } from '../changeTracking';
import type { AsterismDatabase } from '../database';
import { NO_INDEX, partsOf, toDocument } from '../searchRows';

/** The index as it is. */
export async function indexState(db: AsterismDatabase): Promise<IndexState> {
  return (await db.indexState.get(1)) ?? NO_INDEX;
}

/**
 * Where the index has other terms than these: notes every paper as one that it does not know, so that all are indexed
 * again, part by part. What the index has of a paper until then still counts. Gives whether it had others.
 */
export function renewTerms(db: AsterismDatabase, terms: number): Promise<boolean> {
  return db.transaction('rw', db.indexState, db.bookmarks, db.history, db.touched, async () => {
    const state = await indexState(db);
    if (state.terms === terms) return false;
    const rows = await Promise.all(
      [db.bookmarks, db.history].map((all) => all.toCollection().primaryKeys()),
    );
    const ids = state.segments.length > 0 ? [...new Set(rows.flat())] : []; // else none is known by others
    await db.touched.bulkAdd(noteRows(ids));
    await db.indexState.put({ ...state, id: 1, version: state.version + 1, terms });
    return true;
  });
}

/** Papers that the index does not know yet, oldest first: `most` or a few more, and up to where they go. */
export function untoldPapers(
  db: AsterismDatabase,
  most: number,
): Promise<{ ids: PaperId[]; through: number }> {
  return db.transaction('r', db.indexState, db.touched, async () => {
    let { through } = await indexState(db);
    const ids = new Set<PaperId>();
    await db.touched
      .where('seq')
      .above(through)
      .until(() => ids.size >= most)
      .each((row) => {
        for (const id of row.ids) ids.add(id);
        through = row.seq;
      });
    return { ids: [...ids], through };
  });
}

/** What there is to search of some papers; those that have no row (any more) are left out. */
export function documentsOf(
  db: AsterismDatabase,
  ids: readonly PaperId[],
): Promise<SearchDocument[]> {
  return db.transaction('r', db.bookmarks, db.history, db.papers, db.dismissed, async () => {
    const [bookmarks, seen, facts, dismissed] = await Promise.all([
      db.bookmarks.bulkGet([...ids]),
      db.history.bulkGet([...ids]),
      db.papers.bulkGet([...ids]),
      db.dismissed.bulkGet([...ids]),
    ]);
    return ids.flatMap(
      (_, at) => toDocument(bookmarks[at], seen[at], facts[at], dismissed[at]) ?? [],
    );
  });
}

/** Stores a segment, which does not count until it is committed, and gives its number. */
export function storeSegment(db: AsterismDatabase, segment: Segment): Promise<number> {
  return db.transaction('rw', db.segments, async () => {
    const last = (await db.segments.toCollection().lastKey()) as [number, PartName] | undefined;
    const number = (last?.[0] ?? 0) + 1;
    await db.segments.bulkPut(partsOf(segment).map(([part, data]) => ({ number, part, data })));
    return number;
  });
}

/** One part of a segment. */
export async function segmentPart<P extends PartName>(
  db: AsterismDatabase,
  number: number,
  part: P,
): Promise<Parts[P]> {
  const row = await db.segments.get([number, part]);
  if (row === undefined) throw new Error(`segment ${number} has no ${part}`);
  return row.data as Parts[P]; // what `storeSegment` put there
}

/** Notes what is about to be indexed: whoever finds it knows that a worker died of it, or in the middle of it. */
export function noteAttempt(
  db: AsterismDatabase,
  attempt: NonNullable<IndexState['attempt']>,
): Promise<unknown> {
  return db.transaction('rw', db.indexState, async () => {
    await db.indexState.put({ ...(await indexState(db)), id: 1, attempt });
  });
}

/**
 * Makes a state the index, and forgets what it knows by now. False where the index is not `before` any more,
 * or a segment is gone: another worker was at it.
 */
export function commitIndex(
  db: AsterismDatabase,
  before: IndexState,
  after: Pick<IndexState, 'through' | 'segments' | 'unreadable'>,
): Promise<boolean> {
  return db.transaction('rw', db.indexState, db.touched, db.segments, async () => {
    const { version, terms } = await indexState(db);
    if (version !== before.version) return false;
    const keys = after.segments.map(({ number }): [number, PartName] => [number, 'ids']);
    if ((await db.segments.where('[number+part]').anyOf(keys).count()) < keys.length) return false;
    await db.indexState.put({ id: 1, version: version + 1, terms, ...after });
    await db.touched.where('seq').belowOrEqual(after.through).delete();
    return true;
  });
}

/** Drops stored segments that are not part of the index: replaced ones, and those whose worker was stopped. */
export function dropUncommitted(db: AsterismDatabase): Promise<number> {
  return db.transaction('rw', db.indexState, db.segments, async () => {
    const counting = new Set((await indexState(db)).segments.map(({ number }) => number));
    const keys = (await db.segments.toCollection().primaryKeys()) as [number, PartName][];
    const others = keys.filter(([number]) => !counting.has(number));
    await db.segments.bulkDelete(others);
    return others.length;
  });
}
