import { type Bits, hasBit, noBits, setBit } from './bits';
import { indexOf, keyAt } from './dictionary';
import type { Key } from './keys';
import type { Places, Searched, Titles } from './segment';

/** A segment in its place: its first document's number among those of all segments, a multiple of 32. */
export interface Placed {
  segment: Searched;
  /** Null where they were not read. */
  titles: Titles | null;
  places: Places | null;
  base: number;
}

/** Several segments as one: every document has a number, and those that count are `live`. */
export interface Index {
  placed: readonly Placed[];
  size: number;
  live: Bits;
}

/** Segments as one. `dead` says which documents of each no longer count; null: all do. */
export function indexOver(
  segments: readonly (Omit<Placed, 'base'> & { dead: Bits | null })[],
): Index {
  const placed: Placed[] = [];
  let size = 0;
  for (const { segment, titles, places } of segments) {
    placed.push({ segment, titles, places, base: size });
    size += (segment.count + 31) & ~31;
  }
  const live = noBits(size);
  for (const [at, { segment, dead }] of segments.entries()) {
    live.set(livingIn(segment.count, dead), (placed[at]?.base ?? 0) >>> 5);
  }
  return { placed, size, live };
}

/** The documents of a segment that count. */
export function livingIn(count: number, dead: Bits | null): Bits {
  const live = noBits(count);
  for (let word = 0; word < live.length; word++) {
    const rest = count - word * 32;
    live[word] = (rest >= 32 ? -1 : (1 << rest) - 1) & ~(dead?.[word] ?? 0);
  }
  return live;
}

/** Which segment a document is in. */
export function placeOf({ placed }: Index, document: number): Placed {
  let low = 0;
  let high = placed.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((placed[middle]?.base ?? 0) <= document) low = middle;
    else high = middle;
  }
  const found = placed[low];
  if (found === undefined) throw new RangeError(`no document ${document}`);
  return found;
}

/** The id of a document, as a key. */
export function idKeyOf(index: Index, document: number): Key {
  const { segment, base } = placeOf(index, document);
  return keyAt(segment.ids, document - base);
}

/** Whether the document of an id is among some documents. */
export function isAmong({ placed }: Index, documents: Bits, id: Key): boolean {
  return placed.some(({ segment, base }) => {
    const document = indexOf(segment.ids, id);
    return document >= 0 && hasBit(documents, base + document);
  });
}

/** Marks the document of an id as one that no longer counts, wherever it is; whether there was one. */
export function kill(segment: Pick<Searched, 'ids'>, dead: Bits, id: Key): boolean {
  const document = indexOf(segment.ids, id);
  if (document < 0) return false;
  setBit(dead, document);
  return true;
}

/** The documents that have a flag. */
export function documentsWith({ placed, size }: Index, flag: number): Bits {
  const bits = noBits(size);
  for (const { segment, base } of placed) {
    for (let document = 0; document < segment.count; document++) {
      if (((segment.flags[document] ?? 0) & flag) !== 0) setBit(bits, base + document);
    }
  }
  return bits;
}
