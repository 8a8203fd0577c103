import type { Place, RemoteFolder } from '../remote/folder';
import type { Batch } from './elements';
import type { Tools } from './machine';
import { type FileName, readName } from './names';
import type { Seal } from './sealing';
import type { FolderMemory, SyncStore } from './store';

/** What a cycle works with. */
export interface Means {
  store: SyncStore;
  folder: RemoteFolder;
  seal: Seal;
  tools: Tools;
  /** Machines whose batches, of those that are next, are not to be applied yet: the reader is asked first. */
  heldBack?: (batches: readonly Batch[]) => Promise<ReadonlySet<string>>;
  /** The same about the whole state that has just come, which a machine wrote. */
  isHeldBack?: (machine: string) => Promise<boolean>;
}

/** Two finds of the same trouble count when they are so far apart: lists and files may be late. Milliseconds. */
export const PATIENCE = 10 * 60_000;

/** One cycle on its way: what is in the folder, as far as it is known. */
export interface Round extends Means {
  /** Whole files of ours in the main folder, by name; kept up with what the cycle creates and removes. */
  files: Map<string, FileName>;
  /** Whether a file that is listed could not be read. */
  hasUnread: boolean;
}

/** What the machine remembers of the folder now. */
export async function memoryOf({ store }: Round): Promise<FolderMemory> {
  return (await store.load()).memory;
}

/** Creates a file; in a list it is there from now on. */
export async function createFile(
  round: Round,
  place: Place,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await round.folder.create(place, name, bytes);
  const file = readName(name);
  if (place === 'main' && file !== null) round.files.set(name, file);
}

/** Removes a file. */
export async function removeFile(round: Round, place: Place, name: string): Promise<void> {
  await round.folder.remove(place, name);
  if (place === 'main') round.files.delete(name);
}

/** Whether a time is so many milliseconds ago. */
export function isPast(since: string, milliseconds: number, now: string): boolean {
  return Date.parse(now) - Date.parse(since) >= milliseconds;
}

/** When something began that is noted: not after now, whatever the clock said when it was set wrong. */
export function sinceOf(noted: string | null | undefined, now: string): string {
  return noted && noted < now ? noted : now;
}

/** A time so many milliseconds later. */
export function later(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}
