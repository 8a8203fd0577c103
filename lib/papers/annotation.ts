import {
  PART_NAMES,
  PARTS,
  type PartName,
  type PartValues,
  TIME_NAMES,
  type TimeName,
  timeOf,
} from './parts/parts';
import { type AnnotationPatch, PATCHES } from './parts/patches';
import { boundedTime, timeAfter } from './times';

// What the parts are made of is declared with them; for everybody else it belongs to annotations.
export {
  ANNOTATION_LIMITS,
  EDIT_LIMITS,
  STATUSES,
  type Status,
} from './parts/parts';
export type { AnnotationPatch } from './parts/patches';

/**
 * What the reader says about a paper. Times are ISO 8601 in UTC; each `…At` is when that part last changed, null if it
 * never did. Checked by `annotationSchema`.
 */
export interface Annotation extends PartValues, Record<TimeName, string | null> {
  createdAt: string;
}

/** A change to many annotations at once; a note is one paper's. */
export type BulkPatch = Omit<AnnotationPatch, 'note' | 'noteWas'>;

/** An annotation's fields, each part before its time. */
export const ANNOTATION_FIELDS: readonly (keyof Annotation)[] = [
  .../* @__PURE__ */ PART_NAMES.flatMap((part) => [part, timeOf(part)]), // not in a content script
  'createdAt',
];

/** An annotation that does not say anything yet. */
export function emptyAnnotation(at: string): Annotation {
  const fields = PART_NAMES.flatMap((part) => [
    [part, PARTS[part].empty()],
    [timeOf(part), null],
  ]);
  return { ...Object.fromEntries(fields), createdAt: at } as Annotation; // each part's own value
}

/** Whether an annotation says nothing: its paper is then not a bookmark. */
export function isEmpty(annotation: PartValues): boolean {
  return !PART_NAMES.some((part) => says(annotation, part));
}

function says<P extends PartName>(values: PartValues, part: P): boolean {
  return PARTS[part].says(values[part]);
}

/** When any part of an annotation last changed. */
export function updatedAt(annotation: Annotation): string {
  return TIME_NAMES.reduce((latest, time) => {
    const at = annotation[time];
    return at !== null && at > latest ? at : latest;
  }, annotation.createdAt);
}

/** See `applyPatch`. */
export type ApplyPatch = typeof applyPatch;

/**
 * The annotation after a patch made at the time `at`. Applying a patch twice is the same as once:
 * a part that already has the patched value keeps its time.
 */
export function applyPatch(annotation: Annotation, patch: AnnotationPatch, at: string): Annotation {
  const next = { ...annotation };
  for (const part of PART_NAMES) if (patchPart(next, part, patch)) next[timeOf(part)] = at;
  return next;
}

/** The same for a patch of the star alone, in few bytes: a page has nothing else to patch until its editor is loaded. */
export function applyStar(
  annotation: Annotation,
  { starred = annotation.starred }: AnnotationPatch,
  at: string,
): Annotation {
  return starred === annotation.starred ? annotation : { ...annotation, starred, starredAt: at };
}

/** Patches one part where it is; whether that changed it. */
function patchPart<P extends PartName>(
  values: PartValues,
  part: P,
  patch: AnnotationPatch,
): boolean {
  const was: PartValues[P] = values[part];
  values[part] = PATCHES[part](was, patch);
  return values[part] !== was;
}

// Marked as pure, so that content scripts do not carry it.
const ORDERED = /* @__PURE__ */ orderedTimes();

function orderedTimes() {
  return PART_NAMES.filter((part) => PARTS[part].isOrdered).map(timeOf);
}

/**
 * An annotation that was changed, with times after those it had: of two statuses the newer one counts when libraries are
 * merged, and what is done under a clock that was set back is still the newer. The star's time is left alone: it says
 * where a paper is listed, and a star is lost in no merge.
 */
export function inOrderAfter(before: Annotation, changed: Annotation): Annotation {
  const [old, next] = [bounded(before), bounded(changed)];
  for (const time of ORDERED) {
    const [was, is] = [old[time], next[time]];
    if (was === null || is === null || was === is || is > was) continue;
    next[time] = timeAfter(was);
  }
  return next;
}

/** An annotation that an export can hold, whatever the clock said. */
function bounded(annotation: Annotation): Annotation {
  const next = { ...annotation, createdAt: boundedTime(annotation.createdAt) };
  for (const time of TIME_NAMES) {
    const at = next[time];
    if (at !== null) next[time] = boundedTime(at);
  }
  return next;
}
