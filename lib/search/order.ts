import { type Bits, hasBit } from './bits';
import { keyAt } from './dictionary';
import { compareKeys } from './keys';
import { mergerOf } from './merger';
import { type Index, idKeyOf, placeOf } from './searchIndex';
import { type NumberColumn, type Segment, UNKNOWN } from './segment';

/** What a result can be sorted by. */
export const ORDERS = ['starred', 'published', 'seen', 'title', 'upvotes'] as const;

/** An order of display: the greatest first unless `ascending`. What is not known comes last, of equals the lower id first. */
export interface Order {
  by: (typeof ORDERS)[number];
  ascending: boolean;
}

const COLUMN = {
  starred: 'listed',
  published: 'published',
  seen: 'seen',
  upvotes: 'upvotes',
} as const satisfies Record<Exclude<Order['by'], 'title'>, NumberColumn>;

/** All documents of an index in an order. */
export type Sequence = Uint32Array<ArrayBuffer>;

/** Sorts all documents of an index: once for many searches. */
export function sequenceOf(index: Index, { by, ascending }: Order): Sequence {
  const ids = ranksIn(index, (segment) => segment.ids, null);
  const keys = new Float64Array(index.size);
  if (by === 'title') {
    keys.set(
      ranksIn(
        index,
        (segment) => segment.titles,
        (segment) => segment.titleOf,
      ),
    );
  } else {
    for (const { segment, base } of index.placed) keys.set(segment.numbers[COLUMN[by]], base);
  }
  const sign = ascending ? 1 : -1;
  const place = new Float64Array(index.size);
  for (let document = 0; document < index.size; document++) {
    const key = keys[document] ?? UNKNOWN;
    place[document] = by !== 'title' && key === UNKNOWN ? Number.POSITIVE_INFINITY : sign * key;
  }
  const sequence = documentsOf(index);
  return sequence.sort(
    (a, b) => compare(place[a] ?? 0, place[b] ?? 0) || (ids[a] ?? 0) - (ids[b] ?? 0),
  );
}

/** The documents of a set in a sequence's order, `count` of them from one place on. */
export function windowOf(found: Bits, sequence: Sequence, from: number, count: number): number[] {
  const documents: number[] = [];
  let passed = 0;
  for (let at = 0; at < sequence.length && documents.length < count; at++) {
    const document = sequence[at] ?? 0;
    if (hasBit(found, document) && passed++ >= from) documents.push(document);
  }
  return documents;
}

/** Compares two documents of an index as a sequence does. */
export function comparingIn(
  index: Index,
  { by, ascending }: Order,
): (a: number, b: number) => number {
  const sign = ascending ? 1 : -1;
  const numberOf = (document: number, column: NumberColumn): number => {
    const { segment, base } = placeOf(index, document);
    const value = segment.numbers[column][document - base] ?? UNKNOWN;
    return value === UNKNOWN ? Number.POSITIVE_INFINITY : sign * value;
  };
  const titleOf = (document: number) => {
    const { segment, base } = placeOf(index, document);
    return keyAt(segment.titles, segment.titleOf[document - base] ?? 0);
  };
  const byKey =
    by === 'title'
      ? (a: number, b: number) => sign * compareKeys(titleOf(a), titleOf(b))
      : (a: number, b: number) => compare(numberOf(a, COLUMN[by]), numberOf(b, COLUMN[by]));
  return (a, b) => byKey(a, b) || compareKeys(idKeyOf(index, a), idKeyOf(index, b));
}

/** The place of each document among all by a dictionary of its segment. */
function ranksIn(
  index: Index,
  dictionaryOf: (segment: Segment) => Segment['ids'],
  entryOf: ((segment: Segment) => ArrayLike<number>) | null,
): Uint32Array {
  const dictionaries = index.placed.map(({ segment }) => dictionaryOf(segment));
  const ranks = dictionaries.map(({ count }) => new Uint32Array(count));
  const merger = mergerOf(dictionaries);
  for (let rank = 0; merger.next(); rank++) {
    for (const member of merger.members) {
      const inMember = ranks[member];
      if (inMember) inMember[merger.indexIn(member)] = rank;
    }
  }
  const placed = new Uint32Array(index.size);
  for (const [member, { segment, base }] of index.placed.entries()) {
    const entries = entryOf?.(segment);
    for (let document = 0; document < segment.count; document++) {
      placed[base + document] = ranks[member]?.[entries?.[document] ?? document] ?? 0;
    }
  }
  return placed;
}

function documentsOf({ placed }: Index): Sequence {
  const total = placed.reduce((sum, { segment }) => sum + segment.count, 0);
  const documents = new Uint32Array(total);
  let at = 0;
  for (const { segment, base } of placed) {
    for (let document = 0; document < segment.count; document++) documents[at++] = base + document;
  }
  return documents;
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
