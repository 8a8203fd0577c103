import { folderOrNull, smallDatabase } from './smallDatabase';

// A handle of a folder survives in IndexedDB alone.
const inTable = smallDatabase('asterism-folder', 'folder');
const KEY = 'backup';

/** The folder that the reader chose for dated files, null where there is none. */
export async function keptFolder(): Promise<FileSystemDirectoryHandle | null> {
  return folderOrNull(await inTable('readonly', (table) => table.get(KEY)));
}

/** Keeps the folder that the reader chose. */
export async function keepFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  await inTable('readwrite', (table) => table.put(folder, KEY));
}
