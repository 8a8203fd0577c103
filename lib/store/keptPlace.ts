import type { Rhythm, SyncPlace } from '../messages/syncMessages';
import { settled } from './connection';
import { folderOrNull, smallDatabase } from './smallDatabase';

/**
 * Where the folder of the other machines is and how it is entered. In a database of its own: not in storage.local, which
 * Firefox's content scripts can read, and in no copy and no export of the library.
 */
const NAME = 'asterism-remote';
const inTable = smallDatabase(NAME, 'remote');

/** What is kept about the folder. */
export interface KeptPlace {
  place: SyncPlace;
  /** The key of a folder with a passphrase: it is used and never seen. */
  key: CryptoKey | null;
  /** What the reader calls this machine. */
  machineName: string;
  /** Minutes between two looks. */
  minutes: Rhythm;
}

/** What is kept about the folder; null where sync is off. */
export async function keptPlace(): Promise<KeptPlace | null> {
  const all = await indexedDB.databases();
  if (!all.some(({ name }) => name === NAME)) return null; // nothing is made by asking
  const kept: unknown = await inTable('readonly', (table) => table.get('place'));
  return (kept as KeptPlace | undefined) ?? null; // `keepPlace` alone writes it
}

/** Keeps where the folder is. */
export async function keepPlace(kept: KeptPlace): Promise<void> {
  await inTable('readwrite', (table) => table.put(kept, 'place'));
}

/** Keeps the handle of the folder that the reader has picked, for `{ kind: 'folder' }`. Called by the page of the click. */
export async function keepPicked(folder: FileSystemDirectoryHandle): Promise<void> {
  await inTable('readwrite', (table) => table.put(folder, 'picked'));
}

/** The folder that the reader has picked; null where there is none. */
export async function keptPicked(): Promise<FileSystemDirectoryHandle | null> {
  return folderOrNull(await inTable('readonly', (table) => table.get('picked')));
}

/** Forgets the folder, its password and its key. */
export async function forgetPlace(): Promise<void> {
  await settled(indexedDB.deleteDatabase(NAME));
}
