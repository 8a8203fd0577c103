import type { PaperId } from '../../papers/ids';
import { type Bits, hasBit } from '../index/bits';
import { type Dictionary, keyAt } from '../index/dictionary';
import { walkDictionaries } from '../index/dictionaryWalk';
import { compareKeys, textOf } from '../index/keys';
import { type Index, idKeyOf, type Placed, placeOf } from '../index/searchIndex';
import { type NumberColumn, type Titles, UNKNOWN } from '../index/segment';

/** What a result can be sorted by. */
export const ORDERS = ['starred', 'published', 'seen', 'title', 'upvotes', 'fit'] as const;

/** How well a paper fits the reader: the greater, the better. Undefined: nobody knows. */
export type FitOf = (id: PaperId) => number | undefined;

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
} as const satisfies Record<Exclude<Order['by'], 'title' | 'fit'>, NumberColumn>;

/** All documents of an index in an order. */
export type Sequence = Uint32Array<ArrayBuffer>;

/** Sorts all documents of an index: once for many searches. */
export function sequenceOf(index: Index, order: Order, fitOf: FitOf = () => undefined): Sequence {
  const { by, ascending } = order;
  const ids = ranksOf(
    index,
    index.placed.map(({ segment }) => segment.ids),
    null,
  );
  const keys = keysOf(index, order, fitOf);
  const sign = by === 'title' && !ascending ? -1 : 1;
  return documentsOf(index).sort(
    (a, b) => sign * compare(keys[a] ?? 0, keys[b] ?? 0) || (ids[a] ?? 0) - (ids[b] ?? 0),
  );
}

/** A sequence with more documents in their places: cheaper than sorting them all where they are few. */
export function withDocuments(
  sequence: Sequence,
  more: readonly number[],
  compareDocuments: (a: number, b: number) => number,
): Sequence {
  const added = [...more].sort(compareDocuments);
  const joined = new Uint32Array(sequence.length + added.length);
  let from = 0;
  for (const [at, document] of added.entries()) {
    const place = placeIn(sequence, document, from, compareDocuments);
    joined.set(sequence.subarray(from, place), from + at);
    joined[place + at] = document;
    from = place;
  }
  joined.set(sequence.subarray(from), from + added.length);
  return joined;
}

function placeIn(
  sequence: Sequence,
  document: number,
  from: number,
  compareDocuments: (a: number, b: number) => number,
): number {
  let low = from;
  let high = sequence.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareDocuments(sequence[middle] ?? 0, document) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
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
  fitOf: FitOf = () => undefined,
): (a: number, b: number) => number {
  const sign = ascending ? 1 : -1;
  const numberOf = (document: number, column: NumberColumn | null): number => {
    const { segment, base } = placeOf(index, document);
    const value =
      (column === null ? fitOf(idOf(index, document)) : segment.numbers[column][document - base]) ??
      UNKNOWN;
    return value === UNKNOWN ? Number.POSITIVE_INFINITY : sign * value;
  };
  const titleOf = (document: number) => {
    const placed = placeOf(index, document);
    const { titles, titleOf: entries } = titlesOf(placed);
    return keyAt(titles, entries[document - placed.base] ?? 0);
  };
  const column = by === 'title' || by === 'fit' ? null : COLUMN[by];
  const byKey =
    by === 'title'
      ? (a: number, b: number) => sign * compareKeys(titleOf(a), titleOf(b))
      : (a: number, b: number) => compare(numberOf(a, column), numberOf(b, column));
  return (a, b) => byKey(a, b) || compareKeys(idKeyOf(index, a), idKeyOf(index, b));
}

/** What documents are sorted by, least first; for titles, what comes first from A to Z. */
function keysOf(index: Index, { by, ascending }: Order, fitOf: FitOf): ArrayLike<number> {
  if (by === 'title') return titleRanks(index);
  if (by !== 'fit') return columnOf(index, COLUMN[by], ascending);
  const sign = ascending ? 1 : -1;
  const keys = new Float64Array(index.size).fill(Number.POSITIVE_INFINITY);
  for (const document of documentsOf(index)) {
    const fit = fitOf(idOf(index, document)) ?? UNKNOWN;
    if (fit !== UNKNOWN) keys[document] = sign * fit;
  }
  return keys;
}

function columnOf(index: Index, column: NumberColumn, ascending: boolean): Float64Array {
  const keys = new Float64Array(index.size);
  for (const { segment, base } of index.placed) keys.set(segment.numbers[column], base);
  for (let document = 0; document < index.size; document++) {
    const key = keys[document] ?? UNKNOWN;
    if (key === UNKNOWN) keys[document] = Number.POSITIVE_INFINITY;
    else if (!ascending) keys[document] = -key;
  }
  return keys;
}

function titleRanks(index: Index): Uint32Array {
  const titles = index.placed.map(titlesOf);
  const dictionaries = titles.map((one) => one.titles);
  return ranksOf(
    index,
    dictionaries,
    titles.map(({ titleOf }) => titleOf),
  );
}

/** The place of each document's entry among those of all segments' dictionaries. Without `entries`: an entry each. */
function ranksOf(
  index: Index,
  dictionaries: readonly Dictionary[],
  entries: readonly ArrayLike<number>[] | null,
): Uint32Array {
  const ranks = dictionaries.map(({ count }) => new Uint32Array(count));
  const merger = walkDictionaries(dictionaries);
  for (let rank = 0; merger.next(); rank++) {
    for (const member of merger.members) {
      const inMember = ranks[member];
      if (inMember) inMember[merger.indexIn(member)] = rank;
    }
  }
  const placed = new Uint32Array(index.size);
  for (const [member, { segment, base }] of index.placed.entries()) {
    const entryOf = entries?.[member];
    for (let document = 0; document < segment.count; document++) {
      placed[base + document] = ranks[member]?.[entryOf?.[document] ?? document] ?? 0;
    }
  }
  return placed;
}

function titlesOf({ titles }: Placed): Titles {
  if (titles === null) throw new Error('titles are not read');
  return titles;
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

/** The id of a document. */
export function idOf(index: Index, document: number): PaperId {
  return textOf(idKeyOf(index, document)) as PaperId; // the ids' dictionary has nothing else
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
