// The parts of an annotation, each declared once. A new one gets its entry here, in `patches.ts`, in `merges.ts` and in
// `schemas.ts`, apart because no content script carries all of them; the types ask for each.

/** Reading statuses in reading order. */
export const STATUSES = ['to-read', 'reading', 'read'] as const;
export type Status = (typeof STATUSES)[number];

/** Longest values that one edit may bring, in characters or items. */
export const EDIT_LIMITS = { tag: 100, tags: 1_000, note: 5_000_000 } as const;

/** Longest values an annotation may have: merging adds up what edits brought. */
export const ANNOTATION_LIMITS = { tags: 10_000, note: 10_000_000 } as const;

/** What the reader says about a paper: each field is a part. */
export interface PartValues {
  starred: boolean;
  status: Status | null;
  /** Sorted (`sortTags`), no two the same (`sameTag`). */
  tags: string[];
  note: string;
}

export type PartName = keyof PartValues;

/** The field with the time at which a part last changed. */
export type TimeName = `${PartName}At`;

/** What there is to know about a part. */
export interface Part<Value> {
  /** Its value where the reader has not said anything. */
  empty: () => Value;
  /** Whether a value says something. A paper about which no part does is not a bookmark. */
  says: (value: Value) => boolean;
  /** Whether the newer of two values counts where libraries are merged, so that its time must never go back. */
  isOrdered: boolean;
  /** Whether a value that crossed a border is one of its values; for where zod is too large. */
  isValue: (value: unknown) => boolean;
}

/** Every part, in the order in which files hold them. */
export const PARTS: { readonly [P in PartName]: Part<PartValues[P]> } = {
  starred: {
    empty: () => false,
    says: (starred) => starred,
    // Its time says where a paper is listed, and a star is lost in no merge.
    isOrdered: false,
    isValue: (value) => typeof value === 'boolean',
  },
  status: {
    empty: () => null,
    says: (status) => status !== null,
    isOrdered: true,
    isValue: (value) => [null, ...STATUSES].some((status) => status === value),
  },
  tags: {
    empty: () => [],
    says: (tags) => tags.length > 0,
    isOrdered: true,
    isValue: (value) => Array.isArray(value) && value.every(isText),
  },
  note: {
    empty: () => '',
    says: (note) => note.trim() !== '',
    isOrdered: true,
    isValue: isText,
  },
};

/** The names of all parts, in the order of `PARTS`. */
export const PART_NAMES = Object.keys(PARTS) as PartName[]; // the keys of the record above

/** The field with a part's time. */
export function timeOf(part: PartName): TimeName {
  return `${part}At`;
}

/** The fields with the times of all parts. */
export const TIME_NAMES = PART_NAMES.map(timeOf);

/** A record with one value for each part. */
export function forParts<T>(make: (part: PartName) => T): Record<PartName, T> {
  const entries = PART_NAMES.map((part) => [part, make(part)]);
  return Object.fromEntries(entries) as Record<PartName, T>; // one entry for each
}

/** A record with one value for the time of each part. */
export function forTimes<T>(make: (time: TimeName) => T): Record<TimeName, T> {
  const entries = TIME_NAMES.map((time) => [time, make(time)]);
  return Object.fromEntries(entries) as Record<TimeName, T>; // one entry for each
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
