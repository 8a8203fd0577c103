import { libraryEncoder } from '../formats/json/encode';
import type { ExportMeta } from '../formats/json/envelope';
import type { LibraryReader } from '../store/reader';

/** A file that is ready to be saved. */
export interface ExportedFile {
  name: string;
  blob: Blob;
  /** How many papers are in it. */
  papers: number;
}

/** How far an export is: papers written, of so many. */
export type ExportProgress = (done: number, total: number) => void;

/** Characters that are gathered in memory before the browser takes them (it may put them on disk). */
const PART = 4_000_000;

/**
 * Writes all bookmarks into a file, batch by batch; the page stays usable meanwhile. Null if the signal aborted.
 * `now` is the time of the export, in the reader's own time zone for the file's name.
 */
export async function exportLibrary(
  reader: Pick<LibraryReader, 'count' | 'scan'>,
  app: ExportMeta['app'],
  now: Date,
  onProgress: ExportProgress = () => {},
  signal?: AbortSignal,
): Promise<ExportedFile | null> {
  const total = await reader.count();
  const encoder = libraryEncoder({ exportedAt: now.toISOString(), app });
  const parts: Blob[] = [];
  let gathered = [encoder.head()];
  let size = 0;
  let papers = 0;
  const add = (text: string): void => {
    gathered.push(text);
    size += text.length;
    if (size < PART) return;
    parts.push(new Blob(gathered));
    gathered = [];
    size = 0;
  };
  onProgress(0, total);
  await reader.scan((rows) => {
    add(encoder.records(rows));
    papers += rows.length;
    onProgress(papers, Math.max(papers, total));
  }, signal);
  if (signal?.aborted) return null;
  const blob = new Blob([...parts, ...gathered, encoder.tail()], { type: 'application/json' });
  return { name: `asterism-library-${day(now)}.json`, blob, papers };
}

/** Hands a file to the browser's own downloads; needs no permission. */
export function saveFile({ name, blob }: ExportedFile, document: Document): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has begun, but nothing says when it is done.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function day(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
