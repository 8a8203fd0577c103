import type { PaperId } from '../../papers/ids';
import { ALL } from '../counts';
import type { AsterismDatabase } from '../database';
import type { RankingParts } from '../rankingRows';
import { indexState } from './indexing';

/** What tells whether a training is out of date; none of it takes longer in a larger library. */
export interface RankingNews {
  /** What the last training knew; null: there was none. */
  last: RankingParts['state'] | null;
  bookmarks: number;
  /** Up to where papers are touched by now: it grows by one or more with each write. */
  touched: number;
}

export function rankingNews(db: AsterismDatabase): Promise<RankingNews> {
  return db.transaction('r', [db.ranking, db.counts, db.touched, db.indexState], async () => {
    const [last, all, key, { through }] = await Promise.all([
      stateOf(db),
      db.counts.get(ALL),
      db.touched.toCollection().lastKey(),
      indexState(db),
    ]);
    const touched = typeof key === 'number' ? key : through; // what is indexed is no longer there
    return { last, bookmarks: all?.count ?? 0, touched };
  });
}

/** The papers to learn from, in the order of their ids: the newest of the library and the last seen, so many of each. */
export function papersToRank(db: AsterismDatabase, most: number): Promise<PaperId[]> {
  return db.transaction('r', db.bookmarks, db.history, db.dismissed, async () => {
    const [kept, seen, dismissed] = await Promise.all([
      db.bookmarks.orderBy('rank').limit(most).primaryKeys(),
      db.history.orderBy('lastSeenAt').reverse().limit(most).primaryKeys(),
      db.dismissed.limit(most).primaryKeys(),
    ]);
    return [...new Set([...kept, ...seen, ...dismissed])].sort();
  });
}

/** Keeps a training in place of the last. */
export function keepRanking(db: AsterismDatabase, parts: RankingParts): Promise<unknown> {
  const { state, model, papers, vectors } = parts;
  return db.ranking.bulkPut([
    { part: 'state', data: state },
    { part: 'model', data: model },
    { part: 'papers', data: papers },
    { part: 'vectors', data: vectors },
  ]);
}

/** Forgets all that was learned. */
export function forgetRanking(db: AsterismDatabase): Promise<void> {
  return db.ranking.clear();
}

async function stateOf(db: AsterismDatabase): Promise<RankingParts['state'] | null> {
  const row = await db.ranking.get('state');
  return row ? (row.data as RankingParts['state']) : null; // what `keepRanking` put there
}
