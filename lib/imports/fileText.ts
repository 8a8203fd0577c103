import { binaryKind } from '../formats/detect';
import type { Foreign } from '../formats/problems';
import { declaredEncoding } from './declaredEncoding';
import { type Encoding, encodingOf, weigh } from './encodings';

/** What is read of a file: any `File` will do. */
export interface Source {
  readonly name: string;
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/**
 * A file's text, piece by piece. `isInvalid` turns true where it proves not to be in the encoding it was read in, `isCut`
 * where a packed file is damaged, ends too early or is larger than anything that is read.
 */
export interface Text {
  chunks: AsyncGenerator<string, void, void>;
  isInvalid: boolean;
  isCut: boolean;
}

/** Bytes read at once: a piece is parsed in a few milliseconds. */
const PIECE = 128 * 1024;

/** Bytes that are enough to tell text from what is none. */
const BEGINNING = 4 * 1024;

/**
 * How to read a file: packed or not, in which encoding, and in which one it says that it is, which counts where it proves
 * not to be UTF-8; or what it is if it is not text. Rejects if it cannot be read.
 */
export async function openText(
  source: Source,
): Promise<
  | { ok: true; isPacked: boolean; encoding: Encoding; declared: Encoding | null }
  | { ok: false; looksLike: Foreign }
> {
  const bytes = new Uint8Array(
    await source.slice(0, Math.min(BEGINNING, source.size)).arrayBuffer(),
  );
  const isPacked = binaryKind(bytes) === 'gzip';
  const beginning = isPacked ? await unpackedBeginning(source) : bytes;
  if (beginning === null) return { ok: false, looksLike: 'gzip' };
  const looksLike = binaryKind(beginning);
  if (looksLike !== null) return { ok: false, looksLike };
  const declared = declaredEncoding(beginning);
  // All of its bytes are ASCII, so it would pass for UTF-8.
  if (declared === 'iso-2022-jp') return { ok: true, isPacked, encoding: declared, declared };
  const encoding = encodingOf(beginning);
  if (encoding === null) return { ok: false, looksLike: 'binary' };
  return { ok: true, isPacked, encoding, declared };
}

/**
 * A file's text. Read as UTF-8 it stops, and says so, at the first bytes that are none: all of it is then to be read
 * again in the encoding that `weighText` gives. Rejects if the file cannot be read.
 */
export function fileText(
  source: Source,
  isPacked: boolean,
  encoding: Encoding,
  onBytes: (read: number) => void,
): Text {
  const fatal = encoding === 'utf-8';
  const decoder = new TextDecoder(encoding === 'damaged utf-8' ? 'utf-8' : encoding, { fatal });
  const text: Text = { isInvalid: false, isCut: false, chunks: chunks() };
  const onCut = (): void => {
    text.isCut = true;
  };
  async function* chunks(): AsyncGenerator<string, void, void> {
    for await (const bytes of bytesOf(source, isPacked, onBytes, onCut)) {
      const piece = decoded(bytes);
      if (piece === null) return;
      yield piece;
    }
    const last = decoded(null);
    if (last) yield last;
  }
  function decoded(bytes: Uint8Array | null): string | null {
    try {
      return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      text.isInvalid = true; // that is how a decoder says it
      return null;
    }
  }
  return text;
}

/** The encoding of a file that is not all UTF-8, by all of its bytes and by what it says itself. */
export async function weighText(
  source: Source,
  isPacked: boolean,
  declared: Encoding | null,
): Promise<Encoding> {
  return weigh(
    bytesOf(source, isPacked, () => {}),
    declared,
  );
}

async function* bytesOf(
  source: Source,
  isPacked: boolean,
  onBytes: (read: number) => void,
  onCut: () => void = () => {},
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const bytes = piecesOf(source, onBytes);
  yield* isPacked ? unpacked(bytes, onCut) : bytes;
}

async function* piecesOf(
  source: Source,
  onBytes: (read: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  for (let at = 0; at < source.size; at += PIECE) {
    const end = Math.min(at + PIECE, source.size);
    yield new Uint8Array(await source.slice(at, end).arrayBuffer());
    onBytes(end);
  }
}

/** Most bytes that a packed file may become: a few kilobytes can be made to unpack without end. */
const MOST_UNPACKED = 1024 ** 3;

/** The content of a gzip file, up to where it is damaged or ends too early. */
async function* unpacked(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void, void>,
  onCut: () => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let size = 0; size < MOST_UNPACKED; ) {
      const { value, done } = await reader.read();
      if (done) return;
      size += value.length;
      for (let at = 0; at < value.length; at += PIECE) yield value.slice(at, at + PIECE);
    }
    onCut();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // that is how damage is told; the text ends there
    onCut();
  } finally {
    await reader.cancel().catch(() => {}); // it is over, one way or the other
  }
}

/** The first bytes in a gzip file; null if there are none. */
async function unpackedBeginning(source: Source): Promise<Uint8Array | null> {
  for await (const bytes of bytesOf(source, true, () => {})) return bytes.subarray(0, BEGINNING);
  return null;
}
