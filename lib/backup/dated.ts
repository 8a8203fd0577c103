import { libraryEncoder } from '../formats/json/encode';
import type { ExportMeta } from '../formats/json/envelope';
import type { Bookmark } from '../papers/bookmark';
import type { DatedFiles } from '../settings/settings';
import type { FileLog } from './fileLog';
import { weekOf } from './generations';

/** What a folder must be able to do; a `FileSystemDirectoryHandle` is one. */
export interface Folder {
  name: string;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<WritableFile>;
  removeEntry(name: string): Promise<void>;
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
}

interface WritableFile {
  createWritable(): Promise<{ write(data: Blob): Promise<void>; close(): Promise<void> }>;
}

/**
 * Whether a file is to be saved: something was changed since the last one, and its day or week is another. Not by which
 * is later: a file of next year, from a clock that ran ahead, would be the last one for a year.
 */
export function isDue(
  { every }: Pick<DatedFiles, 'every'>,
  log: FileLog,
  changedAt: string,
  today: string,
): boolean {
  if (every === 'never' || changedAt === log.changedAt) return false;
  if (log.day === '') return true;
  return every === 'day' ? log.day !== today : weekOf(log.day) !== weekOf(today);
}

/** Saves a file in a folder and drops the oldest of ours that are too many. Never throws: the log says what happened. */
export async function saveInto(
  folder: Folder | null,
  make: () => Promise<Blob>,
  log: FileLog,
  when: { at: string; day: string; changedAt: string },
  keep: number,
): Promise<FileLog> {
  const tried = { ...log, at: when.at };
  if (folder === null) return { ...tried, outcome: 'failed' };
  try {
    const state = (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
    if (state !== 'granted') return { ...tried, outcome: 'blocked' };
    const name = await freeName(folder, `asterism-backup-${when.day}`, log.names);
    const blob = await make();
    const file = await folder.getFileHandle(name, { create: true });
    // What is written takes the file's place when it is closed: a file is never half there.
    const writing = await file.createWritable();
    await writing.write(blob);
    await writing.close();
    const names = [...log.names.filter((one) => one !== name), name];
    const old = names.splice(0, Math.max(0, names.length - keep));
    for (const one of old) await folder.removeEntry(one).catch(ignoreAbsent);
    return { at: when.at, outcome: 'saved', day: when.day, name, changedAt: when.changedAt, names };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { ...tried, outcome: error.name === 'NotAllowedError' ? 'blocked' : 'failed' };
  }
}

/** A name that is ours already, or nobody's. */
async function freeName(folder: Folder, base: string, ours: readonly string[]): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${base}.json` : `${base} (${number}).json`;
    if (ours.includes(name) || !(await isThere(folder, name))) return name;
  }
}

async function isThere(folder: Folder, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return false;
    throw error;
  }
}

function ignoreAbsent(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
}

/** The whole library as one file, of which a part is in memory at a time. */
export async function libraryFile(
  batches: AsyncIterable<readonly Bookmark[]>,
  meta: ExportMeta,
): Promise<Blob> {
  const encoder = libraryEncoder(meta);
  const parts: Blob[] = [new Blob([encoder.head()])];
  for await (const batch of batches) parts.push(new Blob([encoder.records(batch)]));
  return new Blob([...parts, encoder.tail()], { type: 'application/json' });
}
