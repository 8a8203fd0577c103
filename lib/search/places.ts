import { type Bits, hasBit } from './bits';
import { type ByteReader, type ByteWriter, byteAt, readVarint } from './bytes';
import { eachPosting } from './postings';
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

/** The document of a spot: one number for a document and a place in it, so that spots sort by both. */
export function documentOf(spot: number): number {
  return Math.floor(spot / SPAN);
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

/** The spots that are in both lists; each is ascending. */
export function sharedSpots(a: readonly number[], b: readonly number[]): number[] {
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
