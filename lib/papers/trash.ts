import {
  ANNOTATION_LIMITS,
  type Annotation,
  type AnnotationPatch,
  applyPatch,
  emptyAnnotation,
  inOrderAfter,
  isEmpty,
  updatedAt,
} from './annotation';
import { type Kept, keptIn } from './bookmark';
import { deepEqual } from './deepEqual';
import { fits } from './limits';
import { mergeKept } from './merging';

/** A removed bookmark, less its paper's facts, and when it was removed. */
export interface Trashed extends Kept {
  trashedAt: string;
}

/** All that the reader has said about one paper: a bookmark, what is in the trash, both or neither. */
export interface PaperState {
  bookmark: Kept | null;
  /** Of a paper that has a note here and one in the library, this is the older one. */
  trashed: Trashed | null;
}

/** The state of a paper about which the reader has said nothing. */
export const UNTOUCHED: PaperState = { bookmark: null, trashed: null };

/** Whether the library or the trash has anything about a paper. */
export function isThere({ bookmark, trashed }: PaperState): boolean {
  return bookmark !== null || trashed !== null;
}

/** Days that a removed bookmark stays in the trash. */
export const TRASH_DAYS = 30;

/**
 * After a patch. A bookmark comes to be, or ceases to be, where the annotation starts or stops saying something; one
 * that comes to be brings back what the trash has about it. The same object where nothing changes.
 */
export function patched(state: PaperState, patch: AnnotationPatch, at: string): PaperState {
  const { bookmark, trashed } = state;
  const annotation = patchedAnnotation(state, patch, at);
  if (deepEqual(annotation, bookmark?.annotation ?? emptyAnnotation(at))) return state;
  if (isEmpty(annotation)) return { bookmark: null, trashed };
  if (bookmark) return { bookmark: { ...bookmark, annotation }, trashed };
  return trashed ? broughtBack(annotation, trashed) : { bookmark: { annotation }, trashed };
}

/**
 * The annotation that a patch makes, without the trash: also one that no longer says anything. Tags that are too many
 * are not added: what is shown settles on what comes back.
 */
export function patchedAnnotation(
  { bookmark }: PaperState,
  patch: AnnotationPatch,
  at: string,
): Annotation {
  const before = bookmark?.annotation ?? emptyAnnotation(at);
  const after = applyPatch(before, patch, at);
  const { tags, tagsAt } = after.tags.length > ANNOTATION_LIMITS.tags ? before : after;
  return inOrderAfter(before, { ...after, tags, tagsAt });
}

/**
 * After the bookmark was removed: it is in the trash, with what was there before. It was not removed before it was
 * last changed, whatever a clock says that was set back: it would be purged too early. Where both are too large
 * together, it stays, and so does what is in the trash.
 */
export function removed(state: PaperState, at: string): PaperState {
  const { bookmark, trashed } = state;
  if (bookmark === null) return state;
  const whole = trashed ? mergeKept(bookmark, trashed) : bookmark;
  if (trashed && !fits(whole)) return state;
  const changedAt = updatedAt(bookmark.annotation);
  const trashedAt = changedAt > at ? changedAt : at;
  return { bookmark: null, trashed: { ...whole, trashedAt } };
}

/**
 * After the trash gave back what it has: merged with what was said since, so that neither is lost. Where both are too
 * large together, both stay where they are.
 */
export function restored(state: PaperState): PaperState {
  const { bookmark, trashed } = state;
  if (trashed === null) return state;
  const back = keptIn(trashed);
  if (bookmark === null) return { bookmark: back, trashed: null };
  const whole = mergeKept(bookmark, back);
  return fits(whole) ? { bookmark: whole, trashed: null } : state;
}

/**
 * A new annotation with what the trash has about its paper. Of two notes the old one stays in the trash: the new one is
 * being typed, and its next letter would replace both.
 */
function broughtBack(annotation: Annotation, trashed: Trashed): PaperState {
  const isTyping = annotation.note.trim() !== '';
  if (!isTyping || trashed.annotation.note.trim() === '')
    return restored({ bookmark: { annotation }, trashed });
  const noteless = { ...trashed.annotation, note: '', noteAt: null };
  const whole = mergeKept({ annotation }, { ...keptIn(trashed), annotation: noteless });
  return { bookmark: fits(whole) ? whole : { annotation }, trashed };
}
