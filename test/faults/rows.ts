import type { Page } from 'playwright';
import type { Bookmark } from '../../lib/papers/bookmark.ts';
import { type BookmarkRow, type PaperRow, toBookmark } from '../../lib/store/rows.ts';

/** All rows of some tables, read by an extension page in one transaction, past everything of ours. */
export function rowsIn<T extends unknown[][]>(page: Page, tables: string[]): Promise<T> {
  return page.evaluate(async (names) => {
    const settled = <V>(request: IDBRequest<V>): Promise<V> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open('asterism'));
    try {
      const reading = db.transaction(names);
      return await Promise.all(names.map((name) => settled(reading.objectStore(name).getAll())));
    } finally {
      db.close();
    }
  }, tables) as Promise<T>; // whoever asks knows what is in the tables
}

/** A bookmark as the database has it, with its facts. */
export type StoredBookmark = Bookmark & Pick<BookmarkRow, 'id' | 'rank'>;

/** The library, as the database has it. */
export async function bookmarksIn(page: Page): Promise<StoredBookmark[]> {
  const [rows, papers] = await rowsIn<[BookmarkRow[], PaperRow[]]>(page, ['bookmarks', 'papers']);
  const facts = new Map(papers.map((row) => [row.id, row]));
  return rows.map((row) => ({ ...row, ...toBookmark(row, facts.get(row.id)) }));
}

/** How many edits pages have left behind that the worker has not carried out. */
export function leftBehind(page: Page): Promise<number> {
  return page.evaluate(
    `Promise.all([chrome.storage.local.getKeys(), chrome.storage.session.getKeys()])
      .then((keys) => keys.flat().filter((key) => key.startsWith('outbox.')).length)`,
  );
}
