import { EXPORT_FORMATS, type ExportFormatId } from '../formats/exportFormats';
import type { ExportMeta } from '../formats/json/envelope';
import type { FilePart } from '../formats/writer';
import { emptyAnnotation } from '../papers/annotation';
import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import { type CarriedSetting, statedSettings } from '../settings/carried';
import type { LibraryReader } from '../store/reader';
import { type Pace, pacer } from '../yielding';

/** Which papers an export has: the whole library, by id; or these, in their order. */
export type ExportScope = 'all' | readonly PaperId[];

/** What is exported, and as what. */
export interface ExportOrder {
  format: ExportFormatId;
  scope: ExportScope;
}

/** What an export reads. */
export type ExportReader = Pick<
  LibraryReader,
  'count' | 'scan' | 'bookmarks' | 'history' | 'searches' | 'tagColours'
> &
  Partial<Pick<LibraryReader, 'dismissed'>>;

/** What an export needs of the world. `now`: in the reader's own time zone, for the file's name. */
export interface ExportWorld {
  reader: ExportReader;
  app: ExportMeta['app'];
  now: Date;
  /** The reader's own settings; absent: none go into the file. */
  settings?: (() => Promise<CarriedSetting[]>) | undefined;
  onProgress?: ExportProgress;
  signal?: AbortSignal | undefined;
  pace?: Pace;
}

/** A file that is ready to be saved. */
export interface ExportedFile {
  name: string;
  blob: Blob;
  /** How many papers are in it. */
  papers: number;
  /** How many were asked for and are not: gone since, or of the history where the format is the library's own. */
  leftOut: number;
}

/** How far an export is: papers done, of so many. */
export type ExportProgress = (done: number, total: number) => void;

/** Characters or bytes that are gathered in memory before the browser takes them (it may put them on disk). */
const PART = 1_000_000;
/** Papers that are written at once: a few milliseconds in the slowest format. */
const PIECE = 50;
/** Milliseconds of writing between two turns of the page: a turn costs it four, and a long task begins at fifty. */
const LONGEST = 20;
/** Papers that are read at once where their ids are given. */
const READ = 250;

/** Writes papers into a file, piece by piece; the page stays usable meanwhile. Null if the signal aborted. */
export async function exportPapers(
  { format, scope }: ExportOrder,
  world: ExportWorld,
): Promise<ExportedFile | null> {
  const { reader, now, onProgress = () => {}, signal, pace = pacer(LONGEST) } = world;
  const { extension, mediaType, load } = EXPORT_FORMATS[format];
  const begin = await load();
  const total = scope === 'all' ? await reader.count() : scope.length;
  const writer = begin(await metaOf({ format, scope }, world));
  const parts = gathering();
  parts.add(writer.head());
  let papers = 0;
  let leftOut = 0;
  onProgress(0, total);

  async function write(rows: readonly Bookmark[]): Promise<void> {
    for (let at = 0; at < rows.length && !signal?.aborted; at += PIECE) {
      const piece = rows.slice(at, at + PIECE);
      parts.add(writer.records(piece));
      papers += piece.length;
      onProgress(papers + leftOut, Math.max(papers + leftOut, total));
      await pace();
    }
  }

  if (scope === 'all') await reader.scan(write, signal);
  else {
    for (let at = 0; at < scope.length && !signal?.aborted; at += READ) {
      const ids = scope.slice(at, at + READ);
      const rows = await bookmarksOf(reader, ids, format);
      leftOut += ids.length - rows.length;
      await write(rows);
    }
  }
  if (signal?.aborted) return null;
  parts.add(writer.tail());
  const name = `asterism-${scope === 'all' ? 'library' : 'papers'}-${day(now)}`;
  const kind = format === 'csl-json' ? `csl.${extension}` : extension; // not to be taken for the library's own
  return { name: `${name}.${kind}`, blob: parts.blob(mediaType), papers, leftOut };
}

/** What of the world a file's beginning needs. */
export type MetaWorld = Pick<ExportWorld, 'reader' | 'app' | 'now' | 'settings'>;

/** What the file says about itself. Searches, colours and settings are the library's, not some papers'. */
export async function metaOf(
  { format, scope }: ExportOrder,
  { reader, app, now, settings = async () => [] }: MetaWorld,
): Promise<ExportMeta> {
  const meta = { exportedAt: now.toISOString(), app };
  if (format !== 'json' || scope !== 'all') return meta;
  const [searches, coloured, own, dismissed = []] = await Promise.all([
    reader.searches(),
    reader.tagColours(),
    settings(),
    reader.dismissed?.(),
  ]);
  const tagColours = coloured.map(({ tag, colour }) => ({ tag, colour }));
  return { ...meta, searches, tagColours, dismissed, settings: statedSettings(own) };
}

/**
 * The bookmarks of some papers, in their order. A paper that is only in the history has nothing said about it; a library's
 * own file has no room for such.
 */
export async function bookmarksOf(
  reader: Pick<ExportReader, 'bookmarks' | 'history'>,
  ids: readonly PaperId[],
  format: ExportFormatId,
): Promise<Bookmark[]> {
  const known = new Map<PaperId, Bookmark>();
  for (const bookmark of await reader.bookmarks(ids)) known.set(bookmark.paper.id, bookmark);
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0 && format !== 'json') {
    for (const { paper, firstSeenAt } of await reader.history(missing)) {
      known.set(paper.id, { paper, annotation: emptyAnnotation(firstSeenAt) });
    }
  }
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Gathers pieces into parts that the browser keeps. */
function gathering(): { add(piece: FilePart): void; blob(type: string): Blob } {
  const parts: Blob[] = [];
  let pieces: FilePart[] = [];
  let size = 0;
  return {
    add(piece) {
      pieces.push(piece);
      size += piece.length;
      if (size < PART) return;
      parts.push(new Blob(pieces));
      [pieces, size] = [[], 0];
    },
    blob: (type) => new Blob([...parts, ...pieces], { type }),
  };
}

/** Hands a file to the browser's own downloads; needs no permission. */
export function saveFile(
  { name, blob }: Pick<ExportedFile, 'name' | 'blob'>,
  document: Document,
): void {
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
