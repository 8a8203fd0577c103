import { joinBytes } from '../bytes';
import { MOST_BYTES } from './names';
import type { Bytes, Seal } from './sealing';

/** Content up to this many bytes is not compressed. */
const SHORT = 4_096;

/** What a file may unpack to: small files can claim gigabytes. */
const MOST_UNPACKED = MOST_BYTES;

/** Content as a file has it. */
export interface Packed {
  hash: string;
  bytes: Bytes;
}

/** Content as a file: compressed where it is not short, then sealed. */
export async function pack(text: string, seal: Seal): Promise<Packed> {
  const content = new TextEncoder().encode(text);
  const hash = await seal.hash(content);
  const packed = content.length > SHORT ? await gzip(content) : content;
  return { hash, bytes: await seal.close(packed, hash) };
}

/** The content of a file; null where it is not what its name says: cut short, damaged, or sealed with another key. */
export async function unpack(
  bytes: Bytes,
  { hash, size }: { hash: string; size: number },
  seal: Seal,
): Promise<string | null> {
  if (bytes.length !== size) return null;
  const packed = await seal.open(bytes, hash);
  const content = packed && isGzip(packed) ? await gunzip(packed) : packed;
  if (content === null || (await seal.hash(content)) !== hash) return null;
  return new TextDecoder().decode(content);
}

/** Content is JSON, which never begins so. */
function isGzip(bytes: Bytes): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function gzip(bytes: Bytes): Promise<Bytes> {
  const stream = streamOf(bytes).pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function gunzip(bytes: Bytes): Promise<Bytes | null> {
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
  const pieces: Bytes[] = [];
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      pieces.push(read.value);
      length += read.value.length;
      if (length > MOST_UNPACKED) {
        await reader.cancel();
        return null;
      }
    }
  } catch {
    return null; // not gzip after all, or another checksum
  }
  return joinBytes(pieces);
}

/** Not by a Blob: in a worker each waits for the browser's own process, and a base has hundreds of files. */
function streamOf(bytes: Bytes): ReadableStream<Bytes> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}
