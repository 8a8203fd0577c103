import { settled } from './connection';

// A handle of a folder survives in IndexedDB alone. It has a database of its own: losing the library must not lose it.
const NAME = 'asterism-folder';
const TABLE = 'folder';
const KEY = 'backup';

/** The folder that the reader chose for dated files, null where there is none. */
export async function keptFolder(): Promise<FileSystemDirectoryHandle | null> {
  const folder: unknown = await inTable('readonly', (table) => table.get(KEY));
  // Firefox has no folders to choose.
  const isFolder =
    typeof FileSystemDirectoryHandle === 'function' && folder instanceof FileSystemDirectoryHandle;
  return isFolder ? folder : null;
}

/** Keeps the folder that the reader chose. */
export async function keepFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  await inTable('readwrite', (table) => table.put(folder, KEY));
}

async function inTable<T>(
  mode: IDBTransactionMode,
  ask: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
  const db = await settled(request);
  try {
    return await settled(ask(db.transaction(TABLE, mode).objectStore(TABLE)));
  } finally {
    db.close();
  }
}
