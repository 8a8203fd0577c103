import type { Annotation } from '../papers/annotation';
import type { Bookmark, Incoming } from '../papers/bookmark';
import { deepEqual } from '../papers/deepEqual';
import { mergeIncoming } from '../papers/merging';
import { isUntitled, type Paper } from '../papers/paper';
import { forParts, forTimes } from '../papers/parts/parts';

/** Everything of a bookmark that an import may change. */
interface Fields extends Annotation, Omit<Paper, 'id'> {
  extra?: Record<string, unknown> | undefined;
}

export type FieldName = keyof Fields;

/** What a field is about. Times change along with what they are the times of, sources with the facts that are from them. */
export type FieldKind = 'said' | 'fact' | 'source' | 'time' | 'unknown';

/** One field of a paper: what the library has, what comes, and what the import makes of both. */
export interface Difference<F extends FieldName = FieldName> {
  field: F;
  before: Fields[F];
  incoming: Fields[F];
  after: Fields[F];
}

/** Of any field, so that looking at `field` tells the types of the values. */
export type AnyDifference = { [F in FieldName]-?: Difference<F> }[FieldName];

// In their order of display. A record, so that a new field cannot be forgotten.
const KINDS: Record<FieldName, FieldKind> = {
  ...forParts(() => 'said' as const),
  title: 'fact',
  authors: 'fact',
  abstract: 'fact',
  publishedAt: 'fact',
  organization: 'fact',
  keywords: 'fact',
  githubRepo: 'fact',
  projectPage: 'fact',
  venue: 'fact',
  version: 'fact',
  versionRead: 'fact',
  withdrawn: 'fact',
  authorCount: 'fact',
  moreAuthors: 'fact',
  familyNames: 'fact',
  upvotes: 'fact',
  comments: 'fact',
  githubStars: 'fact',
  sources: 'source',
  extra: 'unknown',
  ...forTimes(() => 'time' as const),
  createdAt: 'time',
};
const FIELDS = Object.keys(KINDS) as FieldName[]; // the keys of the record above

/** What a field is about. */
export function kindOf(field: FieldName): FieldKind {
  return KINDS[field];
}

/** Whether the import changes the field; else what comes is something else, and what there is stays. */
export function isChange({ before, after }: AnyDifference): boolean {
  return !deepEqual(before, after);
}

/**
 * The fields in which what comes says something else than the library: those that the import changes, and those that
 * stay as they are. `after` is what applying makes (`mergeIncoming`); a field that is not listed does not change.
 */
export function differences(before: Bookmark, incoming: Incoming): AnyDifference[] {
  const old = fieldsOf(before);
  const coming = fieldsOf(incoming);
  const next = fieldsOf(mergeIncoming(before, incoming));
  return FIELDS.map(
    (field) =>
      ({ field, before: old[field], incoming: coming[field], after: next[field] }) as AnyDifference, // one field of all three
  ).filter((difference) => isChange(difference) || saysOther(difference, incoming));
}

function fieldsOf({ paper: { id: _, ...facts }, annotation, extra }: Bookmark): Fields {
  return { ...facts, ...annotation, extra };
}

/** Whether what comes says something that is not in the library, and does not get there. */
function saysOther({ field, before, incoming }: AnyDifference, { paper, isImplied }: Incoming) {
  if (isNothing(incoming) || deepEqual(before, incoming)) return false;
  if (field === 'status') return !isImplied;
  if (field === 'title') return !isUntitled(paper);
  // Tags and the star add up: what comes is there already.
  return field === 'note' || KINDS[field] === 'fact';
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  // A file's unknown fields are anything, `toString` too.
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}
