import type { PackedFile, Room } from '../formats/archive/unzip';
import { binaryKind } from '../formats/detect';
import type { Pace } from '../yielding';
import type { Source } from './fileText';

/** A file to read: one that was chosen, or one that a zip among them has. */
export interface FileToRead {
  /** Null if it cannot be unpacked. */
  source: Source | null;
  name: string;
  /** How much of the chosen file is read when this one is, from 0 to 1. */
  done: number;
}

/** Most zips one within the other: Notion puts its export into a second one. */
const DEEPEST = 2;

/**
 * The file itself, or what is in it if it is a zip that can be unpacked. `room`: how much of it and of the zips in it is
 * unpacked at most, unless it is as much as of any zip.
 */
export async function* filesIn(
  source: Source,
  pace: Pace,
  room: Room | null = null,
  depth = 0,
): AsyncGenerator<FileToRead> {
  const opened = depth < DEEPEST ? await unzipped(source, room) : null;
  if (opened === null) {
    yield { source, name: source.name, done: 1 };
    return;
  }
  let read = 0;
  for (const batch of opened.batches) {
    for (const { name, bytes } of batch) {
      read += bytes?.length ?? 0;
      // Nobody knows how much there will be in all.
      const done = read / (read + source.size);
      if (bytes === null) yield { source: null, name, done };
      else
        for await (const file of filesIn(sourceOf(name, bytes), pace, opened.room, depth + 1))
          yield { ...file, done };
    }
    await pace();
  }
}

interface Opened {
  batches: Iterable<PackedFile[]>;
  room: Room;
}

async function unzipped(source: Source, left: Room | null): Promise<Opened | null> {
  try {
    const first = new Uint8Array(await source.slice(0, Math.min(16, source.size)).arrayBuffer());
    if (binaryKind(first) !== 'zip') return null;
    const { roomForZip, unzip, ZIP_LIMITS } = await import('../formats/archive/unzip');
    if (source.size > ZIP_LIMITS.zip) return null;
    const room = left ?? roomForZip();
    const zip = new Uint8Array(await source.slice(0, source.size).arrayBuffer());
    const batches = unzip(zip, room);
    return batches && { batches, room };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null; // whoever reads it next says that it cannot be read
  }
}

function sourceOf(name: string, bytes: Uint8Array<ArrayBuffer>): Source {
  return {
    name,
    size: bytes.length,
    slice: (start, end) => ({ arrayBuffer: async () => bytes.slice(start, end).buffer }),
  };
}
