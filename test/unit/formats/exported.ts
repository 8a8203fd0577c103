import { EXPORT_FORMATS, type ExportFormatId } from '../../../lib/formats/exportFormats';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { META } from './files';

/** The file that an export in this format is, written in batches of this size. */
export async function exported(
  format: ExportFormatId,
  bookmarks: readonly Bookmark[],
  batch = 500,
): Promise<Uint8Array> {
  const begin = await EXPORT_FORMATS[format].load();
  const writer = begin(META);
  const pieces = [writer.head()];
  for (let at = 0; at < bookmarks.length; at += batch) {
    pieces.push(writer.records(bookmarks.slice(at, at + batch)));
  }
  pieces.push(writer.tail());
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** The same as text. */
export async function exportedText(
  format: ExportFormatId,
  bookmarks: readonly Bookmark[],
  batch = 500,
): Promise<string> {
  const bytes = await exported(format, bookmarks, batch);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
