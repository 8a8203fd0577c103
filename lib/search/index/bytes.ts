/** Bytes that grow as they are written. */
export interface ByteWriter {
  /** Bytes written so far. */
  length(): number;
  byte(value: number): void;
  /** A number ≥ 0 and < 2³¹ in 1 to 5 bytes, low 7 bits first. */
  varint(value: number): void;
  /** Some of the bytes of another array. */
  copy(from: Uint8Array, start: number, end: number): void;
  /** What was written, in an array of its own. */
  taken(): Uint8Array<ArrayBuffer>;
}

/** See `ByteWriter`. */
export function createByteWriter(capacity = 1_024): ByteWriter {
  let bytes = new Uint8Array(capacity);
  let length = 0;
  const makeRoom = (count: number): void => {
    if (length + count <= bytes.length) return;
    const larger = new Uint8Array(Math.max(length + count, bytes.length * 2));
    larger.set(bytes.subarray(0, length));
    bytes = larger;
  };
  return {
    length: () => length,
    byte(value) {
      makeRoom(1);
      bytes[length++] = value;
    },
    varint(value) {
      makeRoom(5);
      let rest = value;
      while (rest > 127) {
        bytes[length++] = (rest & 127) | 128;
        rest >>>= 7;
      }
      bytes[length++] = rest;
    },
    copy(from, start, end) {
      makeRoom(end - start);
      for (let at = start; at < end; at++) bytes[length++] = byteAt(from, at);
    },
    taken: () => bytes.slice(0, length),
  };
}

/** One byte; 0 beyond the end. */
export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** Reads numbers that `varint` wrote, one after another. */
export interface ByteReader {
  at: number;
}

/** The next number; moves the reader behind it. */
export function readVarint(bytes: Uint8Array, reader: ByteReader): number {
  let value = 0;
  let shift = 0;
  let byte = 128;
  while (byte > 127) {
    byte = byteAt(bytes, reader.at++);
    value |= (byte & 127) << shift;
    shift += 7;
  }
  return value;
}
