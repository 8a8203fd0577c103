import type { Bookmark } from '../papers/bookmark';
import type { ExportMeta } from './json/envelope';

/** A part of a file, in the file's order; a `Blob` takes either. Text is UTF-8 when it is saved. */
export type FilePart = string | Uint8Array<ArrayBuffer>;

/**
 * Writes one file piece by piece: `head`, `records` for each batch, `tail`, each once and in this order but for `records`.
 * Batches come ordered by id: what depends on others (citation keys, file names) is then the same in every export.
 * A writer keeps names that are taken, never bookmarks.
 */
export interface Writer {
  head(): FilePart;
  records(batch: readonly Bookmark[]): FilePart;
  tail(): FilePart;
}

/** Begins a file that says this of itself, as far as its format can. */
export type BeginWriting = (meta: ExportMeta) => Writer;
