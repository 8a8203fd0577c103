import { settled } from './connection';

/** Asks the one table of a database of its own, beside the library's: losing the library must not lose it. Rejects as IndexedDB does. */
export function smallDatabase(name: string, tableName: string) {
  return async <T>(
    mode: IDBTransactionMode,
    ask: (table: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(tableName);
    const db = await settled(request);
    try {
      return await settled(ask(db.transaction(tableName, mode).objectStore(tableName)));
    } finally {
      db.close();
    }
  };
}

/** What was kept, if it is the handle of a folder; else null. Firefox has no folders to choose. */
export function folderOrNull(kept: unknown): FileSystemDirectoryHandle | null {
  const isFolder =
    typeof FileSystemDirectoryHandle === 'function' && kept instanceof FileSystemDirectoryHandle;
  return isFolder ? kept : null;
}
