/** What is read of a file: any `File` will do. */
export interface Source {
  readonly name: string;
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Bytes read at once: a piece is parsed in a few milliseconds. */
const PIECE = 128 * 1024;

/** A file's text, piece by piece: UTF-8, or UTF-16 where its byte order mark says so. Rejects if it cannot be read. */
export async function* textOf(
  source: Source,
  onBytes: (read: number) => void,
): AsyncGenerator<string, void, void> {
  let decoder: TextDecoder | null = null;
  for (let at = 0; at < source.size; at += PIECE) {
    const end = Math.min(at + PIECE, source.size);
    const bytes = new Uint8Array(await source.slice(at, end).arrayBuffer());
    decoder ??= new TextDecoder(encodingOf(bytes));
    yield decoder.decode(bytes, { stream: end < source.size });
    onBytes(end);
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
