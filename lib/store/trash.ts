import {
  ANNOTATION_LIMITS,
  type Annotation,
  type AnnotationPatch,
  applyPatch,
  emptyAnnotation,
  inOrderAfter,
  isEmpty,
  updatedAt,
} from '../papers/annotation';
import type { Bookmark } from '../papers/bookmark';
import { deepEqual } from '../papers/deepEqual';
import type { PaperId } from '../papers/ids';
import { fits } from '../papers/limits';
import { combinePapers, mergeBookmarks } from '../papers/merging';
import type { Paper } from '../papers/paper';

/** A removed bookmark, whole, and when it was removed. */
export interface TrashRow extends Bookmark {
  id: PaperId;
  trashedAt: string;
}

/** All that the store has of what the reader said of one paper: a bookmark, what is in the trash, both or neither. */
export interface Said {
  bookmark: Bookmark | null;
  trashed: TrashRow | null;
}

/** A paper of which the reader has said nothing. */
export const NOTHING: Said = { bookmark: null, trashed: null };

/** Days that a removed bookmark stays in the trash. */
export const TRASH_DAYS = 30;

/**
 * After a patch. A bookmark comes to be, or ceases to be, where the annotation starts or stops saying something; one
 * that comes to be brings back what the trash has of it. Null where no facts of the paper are known.
 */
export function patched(
  said: Said,
  patch: AnnotationPatch,
  at: string,
  facts?: Paper,
): Said | null {
  const { bookmark, trashed } = said;
  const annotation = patchedAnnotation(said, patch, at);
  if (deepEqual(annotation, bookmark?.annotation ?? emptyAnnotation(at))) return said;
  if (isEmpty(annotation)) return { bookmark: null, trashed };
  if (bookmark) return { bookmark: { ...bookmark, annotation }, trashed };
  const paper = trashed && facts ? combinePapers(trashed.paper, facts) : (facts ?? trashed?.paper);
  if (paper === undefined) return null;
  return trashed
    ? broughtBack({ paper, annotation }, trashed)
    : { bookmark: { paper, annotation }, trashed };
}

/**
 * The annotation that a patch makes, without the trash: also of one that says nothing any more. Tags that are too many
 * are not added: what is shown settles on what comes back.
 */
export function patchedAnnotation(
  { bookmark }: Said,
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
export function removed(said: Said, at: string): Said {
  const { bookmark, trashed } = said;
  if (bookmark === null) return said;
  const whole = trashed ? mergeBookmarks(bookmark, bookmarkIn(trashed)) : bookmark;
  if (trashed && !fits(whole)) return said;
  const changedAt = updatedAt(bookmark.annotation);
  const trashedAt = changedAt > at ? changedAt : at;
  return { bookmark: null, trashed: { ...whole, id: bookmark.paper.id, trashedAt } };
}

/**
 * After the trash gave back what it has: merged with what was said since, so that neither is lost. Where both are too
 * large together, both stay where they are.
 */
export function restored(said: Said): Said {
  const { bookmark, trashed } = said;
  if (trashed === null) return said;
  const back = bookmarkIn(trashed);
  if (bookmark === null) return { bookmark: back, trashed: null };
  const whole = mergeBookmarks(bookmark, back);
  return fits(whole) ? { bookmark: whole, trashed: null } : said;
}

/** The bookmark in a row of the trash. */
export function bookmarkIn({ paper, annotation, extra }: TrashRow): Bookmark {
  return { paper, annotation, ...(extra === undefined ? {} : { extra }) };
}

/**
 * A new bookmark with what the trash has of it. Of two notes the old one stays in the trash: the new one is being typed,
 * and its next letter would replace both.
 */
function broughtBack(bookmark: Bookmark, trashed: TrashRow): Said {
  const isTyping = bookmark.annotation.note.trim() !== '';
  if (!isTyping || trashed.annotation.note.trim() === '') return restored({ bookmark, trashed });
  const noteless = { ...trashed.annotation, note: '', noteAt: null };
  const whole = mergeBookmarks(bookmark, { ...bookmarkIn(trashed), annotation: noteless });
  return { bookmark: fits(whole) ? whole : bookmark, trashed };
}
