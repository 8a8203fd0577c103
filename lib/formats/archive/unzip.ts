import { unzipSync } from 'fflate';

/** How much of a zip is read: a few kilobytes can be made to unpack without end. All in bytes but the number of files. */
export const ZIP_LIMITS = {
  zip: 512 * 1024 ** 2,
  file: 64 * 1024 ** 2,
  all: 1024 ** 3,
  files: 200_000,
} as const;

/** How much more is unpacked of a zip and of those in it: bytes and files. It is used up. */
export interface Room {
  bytes: number;
  files: number;
}

/** All the room that there is for a zip. */
export function roomForZip(): Room {
  return { bytes: ZIP_LIMITS.all, files: ZIP_LIMITS.files };
}

/** A file in a zip; without its bytes if it is damaged, encrypted, too large, or beyond what is read in all. */
export interface PackedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer> | null;
}

/** Bytes and files that are unpacked at once, before somebody else has a turn. */
const [BATCH, MOST] = [2 * 1024 ** 2, 500];

/** What the directory of a zip says about a file. */
interface Listed {
  name: string;
  size: number;
  /** How large it is in the zip. */
  packed: number;
}

/** What programs add for themselves: folders, macOS's shadows of files, files whose names begin with a point. */
const NOBODYS = /\/$|(?:^|\/)(?:__MACOSX\/|\.)/;
/** Documents of office programs and books are zips too. */
const DOCUMENT = /^(?:\[Content_Types\]\.xml|mimetype)$/;

/**
 * The files in a zip, some at once, as far as there is room for them; null if it cannot be read or is a document of another
 * program.
 */
export function unzip(zip: Uint8Array, room: Room): Generator<PackedFile[], void, void> | null {
  const listed = directoryOf(zip);
  if (listed === null || listed.some(({ name }) => DOCUMENT.test(name))) return null;
  return batchesOf(zip, listed, room);
}

/** What is larger packed than not unpacks to more than its zip says: packing adds some bytes at most. */
function isHonest({ size, packed }: Listed): boolean {
  return packed <= size * 1.01 + 1_000;
}

function* batchesOf(
  zip: Uint8Array,
  listed: readonly Listed[],
  room: Room,
): Generator<PackedFile[], void, void> {
  let batch = new Map<number, string>();
  let [bytes, names] = [0, new Set<string>()];
  const take = function* (): Generator<PackedFile[], void, void> {
    if (batch.size > 0) yield unpacked(zip, batch);
    batch = new Map();
    [bytes, names] = [0, new Set()];
  };
  for (const [index, file] of listed.entries()) {
    const { name, size } = file;
    if (NOBODYS.test(name)) continue;
    const hasRoom = size <= ZIP_LIMITS.file && size <= room.bytes && room.files > 0;
    if (!hasRoom || !isHonest(file)) {
      yield [{ name, bytes: null }];
      continue;
    }
    room.bytes -= size;
    room.files -= 1;
    if (bytes + size > BATCH || batch.size === MOST || names.has(name)) yield* take();
    batch.set(index, name);
    names.add(name);
    bytes += size;
  }
  yield* take();
}

function directoryOf(zip: Uint8Array): Listed[] | null {
  const listed: Listed[] = [];
  try {
    unzipSync(zip, {
      filter: ({ name, size, originalSize }) => {
        listed.push({ name, size: originalSize, packed: size });
        return false;
      },
    });
  } catch {
    return null; // that is how fflate says that it is damaged
  }
  return listed;
}

/** Some files by their places in the directory. What cannot be unpacked does not keep the others out. */
function unpacked(zip: Uint8Array, wanted: ReadonlyMap<number, string>): PackedFile[] {
  try {
    let index = 0;
    const files = new Map(Object.entries(unzipSync(zip, { filter: () => wanted.has(index++) })));
    return [...wanted.values()].map((name) => ({ name, bytes: own(files.get(name)) }));
  } catch {
    if (wanted.size === 1) return [...wanted.values()].map((name) => ({ name, bytes: null }));
    return [...wanted].flatMap((one) => unpacked(zip, new Map([one])));
  }
}

function own(bytes: Uint8Array | undefined): Uint8Array<ArrayBuffer> | null {
  return bytes === undefined ? null : new Uint8Array(bytes);
}
