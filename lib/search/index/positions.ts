import { type Bits, hasBit, setBit } from './bits';
import { type ByteReader, type ByteWriter, byteAt, readVarint } from './bytes';
import { eachPosting, readPostings } from './postings';
import type { Places, Searched } from './segment';

/** Writes where a term is in one document: how often, then the gaps between its places. */
export function writePlaces(writer: ByteWriter, places: readonly number[]): void {
  writer.varint(places.length);
  let last = 0;
  for (const place of places) {
    writer.varint(place - last);
    last = place;
  }
}

/** Moves a reader behind the places of one document. */
export function skipPlaces(bytes: Uint8Array, reader: ByteReader): void {
  for (let left = readVarint(bytes, reader); left > 0; left--) {
    while (byteAt(bytes, reader.at++) > 127);
  }
}

/** More than any document has words. */
const SPAN = 2 ** 24;

/** Spots, and where those of each document begin among them. */
export interface DocumentSpots {
  spots: readonly number[];
  /** Counted from 1; 0: it has none. */
  startOf: Uint32Array;
}

/** Ascending spots by their documents; a spot is one number for a document and a place in it, so that they sort by both. */
export function spotsByDocument(spots: readonly number[], count: number): DocumentSpots {
  const startOf = new Uint32Array(count);
  for (let at = spots.length - 1; at >= 0; at--) {
    startOf[Math.floor((spots[at] ?? 0) / SPAN)] = at + 1;
  }
  return { spots, startOf };
}

/**
 * Adds the documents in which a term is `back` places behind one of the spots. Of a word's first letters that is asked
 * of thousands of terms: hence no functions are called for a document or a place. `scratch` has room for all documents.
 */
export function addGoingOn(
  segment: Searched,
  { places, placesAt }: Places,
  term: number,
  back: number,
  { spots, startOf }: DocumentSpots,
  bits: Bits,
  base: number,
  scratch: Uint32Array,
): void {
  const [start = 0, end = 0] = [segment.postingsAt[term], segment.postingsAt[term + 1]];
  let at = placesAt[term] ?? 0;
  // Author names and tags have none.
  if (at === placesAt[term + 1]) return;
  let count = readPostings(segment.postings, start, end, segment.count, scratch);
  while (count > 0 && startOf[scratch[count - 1] ?? 0] === 0) count -= 1;
  for (let which = 0; which < count; which++) {
    const document = scratch[which] ?? 0;
    let byte = places[at++] ?? 0;
    let left = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = places[at++] ?? 0;
      left |= (byte & 127) << shift;
    }
    let next = (startOf[document] ?? 0) - 1;
    if (next < 0) {
      while (left > 0) if ((places[at++] ?? 0) < 128) left -= 1;
      continue;
    }
    let spot = document * SPAN - back;
    for (; left > 0; left--) {
      byte = places[at++] ?? 0;
      let gap = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = places[at++] ?? 0;
        gap |= (byte & 127) << shift;
      }
      spot += gap;
      while ((spots[next] ?? Number.POSITIVE_INFINITY) < spot) next += 1;
      if (spots[next] === spot) setBit(bits, base + document);
    }
  }
}

/** The spots of a term, `back` places before each, in those of its documents that are in a set; ascending. */
export function spotsOf(
  segment: Searched,
  { places, placesAt }: Places,
  term: number,
  back: number,
  within: Bits,
  base: number,
): number[] {
  const spots: number[] = [];
  const [start = 0, end = 0] = segment.postingsAt.subarray(term, term + 2);
  const reader = { at: placesAt[term] ?? 0 };
  // Author names and tags have none.
  if (reader.at === placesAt[term + 1]) return spots;
  eachPosting(segment.postings, start, end, segment.count, (document) => {
    if (!hasBit(within, base + document)) {
      skipPlaces(places, reader);
      return;
    }
    let place = 0;
    for (let left = readVarint(places, reader); left > 0; left--) {
      place += readVarint(places, reader);
      if (place >= back) spots.push(document * SPAN + place - back);
    }
  });
  return spots;
}

/** The spots that are in either list; each is ascending. */
export function eitherSpots(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  return [...new Set([...a, ...b])].sort((one, other) => one - other);
}

/** The spots that are in both lists; each is ascending. */
export function sharedSpots(a: readonly number[], b: readonly number[]): readonly number[] {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  // Looking each up is faster than walking the longer list where it is much longer.
  if (few.length * 16 < many.length) return few.filter((spot) => has(many, spot));
  const shared: number[] = [];
  let at = 0;
  for (const spot of few) {
    while (at < many.length && (many[at] ?? 0) < spot) at += 1;
    if (many[at] === spot) shared.push(spot);
  }
  return shared;
}

function has(spots: readonly number[], spot: number): boolean {
  let low = 0;
  let high = spots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spots[middle] ?? 0) < spot) low = middle + 1;
    else high = middle;
  }
  return spots[low] === spot;
}
