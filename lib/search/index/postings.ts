import type { Bits } from './bits';
import { type ByteWriter, byteAt, createByteWriter } from './bytes';

/**
 * The documents that have a term: the gaps between their numbers, or, where that is no longer, one bit for each
 * document of the segment. Which of the two it is follows from the length.
 */
export function writePostings(
  writer: ByteWriter,
  documents: ArrayLike<number>,
  segmentSize: number,
): void {
  const longest = bitmapLength(segmentSize);
  // Each gap takes a byte at least.
  if (documents.length < longest) {
    const gaps = createByteWriter(documents.length * 2);
    let last = -1;
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at] ?? 0;
      gaps.varint(document - last - 1);
      last = document;
    }
    if (gaps.length() < longest) {
      writer.copy(gaps.taken(), 0, gaps.length());
      return;
    }
  }
  const bitmap = new Uint8Array(longest);
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    bitmap[document >>> 3] = byteAt(bitmap, document >>> 3) | (1 << (document & 7));
  }
  writer.copy(bitmap, 0, longest);
}

/** Puts the documents of a term, whose bytes are from `start` to `end`, into a set, `base` added to their numbers. */
export function addPostings(
  bytes: Uint8Array,
  start: number,
  end: number,
  segmentSize: number,
  bits: Bits,
  base: number,
): void {
  if (end - start === bitmapLength(segmentSize)) {
    // Bases are multiples of 32, so bytes go to bytes; typed arrays are little-endian wherever browsers run.
    const target = new Uint8Array(bits.buffer, base >>> 3);
    for (let at = start; at < end; at++) {
      target[at - start] = byteAt(target, at - start) | byteAt(bytes, at);
    }
    return;
  }
  let document = base - 1;
  let at = start;
  while (at < end) {
    let byte = byteAt(bytes, at++);
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = byteAt(bytes, at++);
      gap |= (byte & 127) << shift;
    }
    document += gap + 1;
    bits[document >>> 5] = (bits[document >>> 5] ?? 0) | (1 << (document & 31));
  }
}

/** Visits the documents of a term in ascending order. */
export function eachPosting(
  bytes: Uint8Array,
  start: number,
  end: number,
  segmentSize: number,
  visit: (document: number) => void,
): void {
  if (end - start === bitmapLength(segmentSize)) {
    for (let at = start; at < end; at++) {
      for (let bit = 0, rest = byteAt(bytes, at); rest !== 0; bit++, rest >>>= 1) {
        if (rest & 1) visit((at - start) * 8 + bit);
      }
    }
    return;
  }
  let document = -1;
  let at = start;
  while (at < end) {
    let byte = byteAt(bytes, at++);
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = byteAt(bytes, at++);
      gap |= (byte & 127) << shift;
    }
    document += gap + 1;
    visit(document);
  }
}

/** Reads the documents of a term, in ascending order, and gives how many there are. */
export function readPostings(
  bytes: Uint8Array,
  start: number,
  end: number,
  segmentSize: number,
  into: Uint32Array,
): number {
  let count = 0;
  if (end - start === bitmapLength(segmentSize)) {
    for (let at = start; at < end; at++) {
      for (let bit = 0, rest = bytes[at] ?? 0; rest !== 0; bit++, rest >>>= 1) {
        if (rest & 1) into[count++] = (at - start) * 8 + bit;
      }
    }
    return count;
  }
  let document = -1;
  let at = start;
  while (at < end) {
    let byte = bytes[at++] ?? 0;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
    }
    document += gap + 1;
    into[count++] = document;
  }
  return count;
}

function bitmapLength(segmentSize: number): number {
  return (segmentSize + 7) >>> 3;
}
