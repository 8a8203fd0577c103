import { type Bits, noBits } from '../index/bits';
import { addPostings } from '../index/postings';
import type { Searched } from '../index/segment';

/** Terms that begin alike, from which on their documents are remembered. */
const MANY = 400;
/** Beginnings that are remembered of each segment: a segment of 100,000 documents needs 12 kB for one. */
const MOST = 60;

/** A segment never changes, so neither does what it knows of a beginning; with the segment it is forgotten. */
const remembered = new WeakMap<Searched, Map<string, Bits>>();

/** Adds the documents of all terms from `first` to before `end`, which are those that begin with a text. */
export function addTerms(
  segment: Searched,
  text: string,
  [first, end]: readonly [number, number],
  bits: Bits,
  base: number,
): void {
  const { postings, postingsAt, count } = segment;
  if (end - first < MANY) {
    for (let term = first; term < end; term++) {
      addPostings(postings, postingsAt[term] ?? 0, postingsAt[term + 1] ?? 0, count, bits, base);
    }
    return;
  }
  const known = remembered.get(segment) ?? new Map<string, Bits>();
  remembered.set(segment, known);
  const own = known.get(text) ?? noBits(count);
  if (!known.has(text)) {
    for (let term = first; term < end; term++) {
      addPostings(postings, postingsAt[term] ?? 0, postingsAt[term + 1] ?? 0, count, own, 0);
    }
  }
  known.delete(text); // those that were asked for longest ago come first
  known.set(text, own);
  for (const oldest of known.keys()) {
    if (known.size <= MOST) break;
    known.delete(oldest);
  }
  const at = base >>> 5;
  for (let word = 0; word < own.length; word++) {
    bits[at + word] = (bits[at + word] ?? 0) | (own[word] ?? 0);
  }
}
