import type { PaperId } from '../papers/ids';
import type { SearchDocument } from '../search/document';
import type { PartName, Source, Touched } from '../search/index/source';
import { connect, settled } from './connection';
import { rowsById } from './readRows';
import {
  type BookmarkRow,
  DATABASE,
  type DismissedRow,
  type HistoryRow,
  type PaperRow,
} from './rows';
import { NO_INDEX, type SegmentPart, toDocument } from './searchRows';

/** The search index as pages read it. */
export interface SearchSource extends Source {
  close(): void;
}

/** See `SearchSource`. Where there is no database (yet), there is nothing to find. */
export function openSearchSource(name = DATABASE): SearchSource {
  const { read, close } = connect(name);
  const nothing = { state: NO_INDEX, touched: [] };
  return {
    news: (seq) => read((db) => newsOf(db, seq), nothing),
    part: (number, part) => read((db) => partOf(db, number, part), null),
    documents: (ids) => read((db) => documentsOf(db, ids), []),
    close,
  };
}

/** Both in one transaction, so that what is touched and what is indexed fit together. */
async function newsOf(db: IDBDatabase, seq: number): ReturnType<Source['news']> {
  // A database of an earlier version, which the worker is about to upgrade.
  if (!db.objectStoreNames.contains('touched')) return { state: NO_INDEX, touched: [] };
  const transaction = db.transaction(['indexState', 'touched']);
  const [state, touched] = await Promise.all([
    settled(transaction.objectStore('indexState').get(1)),
    settled<Touched[]>(
      transaction.objectStore('touched').getAll(IDBKeyRange.lowerBound(seq, true)),
    ),
  ]);
  return { state: state ?? NO_INDEX, touched };
}

async function partOf<P extends PartName>(db: IDBDatabase, number: number, part: P) {
  const rows = db.transaction('segments').objectStore('segments');
  const row: SegmentPart<P> | undefined = await settled(rows.get([number, part]));
  return row?.data ?? null;
}

async function documentsOf(db: IDBDatabase, ids: readonly PaperId[]): Promise<SearchDocument[]> {
  const reading = db.transaction(['bookmarks', 'history', 'papers', 'dismissed']);
  const [bookmarks, history, papers, dismissed] = await Promise.all([
    rowsById<BookmarkRow>(reading.objectStore('bookmarks'), ids),
    rowsById<HistoryRow>(reading.objectStore('history'), ids),
    rowsById<PaperRow>(reading.objectStore('papers'), ids),
    rowsById<DismissedRow>(reading.objectStore('dismissed'), ids),
  ]);
  return ids.flatMap((id) => {
    const rows = [bookmarks.get(id), history.get(id), papers.get(id), dismissed.get(id)] as const;
    return toDocument(...rows) ?? [];
  });
}
