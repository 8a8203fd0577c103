import type { Dictionary } from './dictionary';

/**
 * What documents are sorted and narrowed by: when it came to the library, was first and last seen (milliseconds since
 * 1970), was published (the first day that it may be), and a count.
 */
export const NUMBERS = ['listed', 'met', 'published', 'seen', 'upvotes'] as const;
export type NumberColumn = (typeof NUMBERS)[number];

/** A number that is not known. */
export const UNKNOWN = -(2 ** 31);

/**
 * What an annotation says in one bit each; the two lowest bits are the status (0: none, else its place in STATUSES + 1).
 * The two highest: that only the month or only the year of publication is known.
 */
export const FLAGS = {
  status: 3,
  starred: 4,
  noted: 8,
  bookmarked: 16,
  seen: 32,
  month: 64,
  year: 128,
} as const;

/** Numbers of an array's documents or entries, in as few bytes each as will do. */
export type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/**
 * An index of some documents that never changes: what is new is in another segment, and what is gone is left out when
 * it is read. All of it is plain arrays, so that IndexedDB stores it as it is and loading it needs no decoding.
 * Documents are numbered in the order of their ids.
 */
export interface Segment {
  count: number;
  ids: Dictionary;
  /** All terms (`terms.ts`), and where the postings of each begin; one more offset at the end. */
  terms: Dictionary;
  postingsAt: Uint32Array<ArrayBuffer>;
  postings: Uint8Array<ArrayBuffer>;
  /** Where in its documents each term is (`places.ts`), and where the places of each begin; one more offset at the end. */
  placesAt: Uint32Array<ArrayBuffer>;
  places: Uint8Array<ArrayBuffer>;
  /** What the titles sort by, and which of them each document has. */
  titles: Dictionary;
  titleOf: Numbers;
  numbers: Record<NumberColumn, Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>;
  flags: Uint8Array<ArrayBuffer>;
  /** Year of publication, 0 where it is not known. */
  years: Uint16Array<ArrayBuffer>;
  organizations: string[];
  /** Each document's organization, counted from 1; 0: none. */
  organizationOf: Numbers;
  /** Spellings in use. */
  tags: string[];
  /** Where each document's tags begin in `tagsOf`; one more at the end. */
  tagsAt: Uint32Array<ArrayBuffer>;
  tagsOf: Numbers;
}

/** All that is said about terms. */
export type TermColumns = Pick<
  Segment,
  'terms' | 'postings' | 'postingsAt' | 'places' | 'placesAt'
>;

/** What titles sort by: read only where they are sorted by. */
export type Titles = Pick<Segment, 'titles' | 'titleOf'>;

/** Where words are: read only where phrases are asked for. */
export type Places = Pick<Segment, 'places' | 'placesAt'>;

/** What all other searches and orders need. */
export type Searched = Omit<Segment, keyof Titles | keyof Places>;

/** Numbers in as few bytes each as the greatest needs. */
export function packed(numbers: ArrayLike<number>, greatest: number): Numbers {
  if (greatest < 2 ** 8) return Uint8Array.from(numbers);
  return greatest < 2 ** 16 ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

/** A column of numbers: times need the range of a double, the rest does not. */
export function emptyColumn(
  name: NumberColumn,
  count: number,
): Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> {
  return name === 'published' || name === 'upvotes'
    ? new Int32Array(count)
    : new Float64Array(count);
}
