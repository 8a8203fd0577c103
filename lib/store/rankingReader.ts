import { connect, settled } from './connection';
import type { RankingPartName, RankingParts, RankingRow } from './rankingRows';
import { DATABASE } from './rows';

/** What was learned, as pages read it. */
export interface RankingReader {
  /** Some parts of one and the same training; null where there is none. */
  parts<P extends RankingPartName>(names: readonly P[]): Promise<Pick<RankingParts, P> | null>;
  close(): void;
}

/** See `RankingReader`. */
export function openRanking(name = DATABASE): RankingReader {
  const { read, close } = connect(name);
  return {
    parts: (names) => read((db) => partsOf(db, names), null),
    close,
  };
}

async function partsOf<P extends RankingPartName>(
  db: IDBDatabase,
  names: readonly P[],
): Promise<Pick<RankingParts, P> | null> {
  const rows = db.transaction('ranking').objectStore('ranking');
  const found = await Promise.all(
    names.map((name): Promise<RankingRow<P> | undefined> => settled(rows.get(name))),
  );
  if (found.some((row) => row === undefined)) return null;
  const entries = found.flatMap((row) => (row ? [[row.part, row.data]] : []));
  return Object.fromEntries(entries) as Pick<RankingParts, P>; // each row has the data of its part
}
