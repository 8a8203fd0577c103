import { strToU8, Zip, ZipPassThrough } from 'fflate';
import type { FilePart } from '../writer';

/** A zip being written: what is added comes out at once and is not kept, but for its name and place. */
export interface ZipWriting {
  add(name: string, text: string, changedAt: Date): void;
  /** What has been written since it was last taken. */
  take(): FilePart;
  /** The directory at the end. */
  finish(): FilePart;
}

/** Begins a zip. */
export function zipWriting(): ZipWriting {
  let chunks: Uint8Array[] = [];
  let files = 0;
  let written = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
    written += chunk.length;
  });
  const take = (): Uint8Array<ArrayBuffer> => {
    const whole = join(chunks);
    chunks = [];
    return whole;
  };
  return {
    add: (name, text, changedAt) => {
      // Stored as it is: compressing takes five times as long, which a page would feel, and notes are small.
      const file = new ZipPassThrough(name);
      file.mtime = within1980To2099(changedAt);
      zip.add(file);
      file.push(strToU8(text), true);
      files++;
    },
    take,
    finish: () => {
      const before = written;
      const rest = take();
      zip.end();
      const directory = take();
      return join([rest, files < MOST_FILES ? directory : withZip64End(directory, files, before)]);
    },
  };
}

/** Times that a zip can hold. */
function within1980To2099(time: Date): Date {
  const year = time.getFullYear();
  return year < 1980 || year > 2099 ? new Date(1980, 0, 1) : time;
}

/** From so many files on, their number stands in a Zip64 record, which fflate does not write. */
const MOST_FILES = 0xffff;
const END_LENGTH = 22;

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.14 to 4.3.16 */
function withZip64End(
  directory: Uint8Array<ArrayBuffer>,
  files: number,
  offset: number,
): Uint8Array<ArrayBuffer> {
  const length = directory.length - END_LENGTH;
  const record = new DataView(new ArrayBuffer(56 + 20));
  const long = (at: number, value: number): void => record.setBigUint64(at, BigInt(value), true);
  record.setUint32(0, 0x06064b50, true);
  long(4, 44); // what follows in this record
  record.setUint16(12, 45, true);
  record.setUint16(14, 45, true);
  long(24, files);
  long(32, files);
  long(40, length);
  long(48, offset);
  record.setUint32(56, 0x07064b50, true);
  long(64, offset + length);
  record.setUint32(72, 1, true);
  const end = directory.slice(length);
  end.fill(0xff, 8, 12); // both numbers of files: see the record
  return join([directory.subarray(0, length), new Uint8Array(record.buffer), end]);
}

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
