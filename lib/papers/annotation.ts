import { typedOver } from './notes';
import { cleanTag, sortTags, tagKey } from './tags';
import { boundedTime, timeAfter } from './times';

/** Reading statuses in reading order. */
export const STATUSES = ['to-read', 'reading', 'read'] as const;
export type Status = (typeof STATUSES)[number];

/**
 * What the reader said of a paper. Times are ISO 8601 in UTC; each `…At` is when that part last changed,
 * null if it never did. Checked by `annotationSchema`.
 */
export interface Annotation {
  starred: boolean;
  starredAt: string | null;
  status: Status | null;
  statusAt: string | null;
  /** Sorted (`sortTags`), no two the same (`sameTag`). */
  tags: string[];
  tagsAt: string | null;
  note: string;
  noteAt: string | null;
  createdAt: string;
}

/** A change to some parts of an annotation; what is absent stays as it is, so two edits of two parts both win. */
export interface AnnotationPatch {
  starred?: boolean | undefined;
  status?: Status | null | undefined;
  addTags?: string[] | undefined;
  removeTags?: string[] | undefined;
  note?: string | undefined;
  /** The text that `note` was typed over (`typedOver`); absent: whatever is there is replaced. */
  noteWas?: string | undefined;
}

/** A change to many annotations at once; a note is one paper's. */
export type BulkPatch = Omit<AnnotationPatch, 'note' | 'noteWas'>;

/** Longest values that one edit may bring, in characters or items. */
export const EDIT_LIMITS = { tag: 100, tags: 1_000, note: 5_000_000 } as const;

/** Longest values an annotation may have: merging adds up what edits brought. */
export const ANNOTATION_LIMITS = { tags: 10_000, note: 10_000_000 } as const;

/** An annotation that says nothing yet. */
export function emptyAnnotation(at: string): Annotation {
  return {
    starred: false,
    starredAt: null,
    status: null,
    statusAt: null,
    tags: [],
    tagsAt: null,
    note: '',
    noteAt: null,
    createdAt: at,
  };
}

/** Whether an annotation says nothing: its paper is then no bookmark. */
export function isEmpty(annotation: Annotation): boolean {
  return (
    !annotation.starred &&
    annotation.status === null &&
    annotation.tags.length === 0 &&
    annotation.note.trim() === ''
  );
}

/** When any part of an annotation last changed. */
export function updatedAt(annotation: Annotation): string {
  const { starredAt, statusAt, tagsAt, noteAt, createdAt } = annotation;
  return [starredAt, statusAt, tagsAt, noteAt].reduce<string>(
    (latest, at) => (at !== null && at > latest ? at : latest),
    createdAt,
  );
}

/**
 * The annotation after a patch made at the time `at`. Applying a patch twice is the same as once:
 * a part that already has the patched value keeps its time.
 */
export function applyPatch(annotation: Annotation, patch: AnnotationPatch, at: string): Annotation {
  const next = { ...annotation };
  if (patch.starred !== undefined && patch.starred !== annotation.starred) {
    next.starred = patch.starred;
    next.starredAt = at;
  }
  if (patch.status !== undefined && patch.status !== annotation.status) {
    next.status = patch.status;
    next.statusAt = at;
  }
  const tags = patchTags(annotation.tags, patch);
  if (tags.join('\n') !== annotation.tags.join('\n')) {
    next.tags = tags;
    next.tagsAt = at;
  }
  const note = patchNote(annotation.note, patch);
  if (note !== annotation.note) {
    next.note = note;
    next.noteAt = at;
  }
  return next;
}

const ORDERED = ['statusAt', 'tagsAt', 'noteAt'] as const;

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
  for (const time of ['starredAt', ...ORDERED] as const) {
    const at = next[time];
    if (at !== null) next[time] = boundedTime(at);
  }
  return next;
}

function patchNote(stored: string, { note = stored, noteWas = stored }: AnnotationPatch): string {
  return typedOver(stored, noteWas, note);
}

function patchTags(tags: string[], { addTags = [], removeTags = [] }: AnnotationPatch): string[] {
  if (addTags.length === 0 && removeTags.length === 0) return tags;
  const removed = new Set(removeTags.map(tagKey));
  const kept = removed.size === 0 ? [...tags] : tags.filter((tag) => !removed.has(tagKey(tag)));
  const keys = new Set(kept.map(tagKey));
  for (const tag of addTags.map(cleanTag)) {
    if (tag === '' || keys.has(tagKey(tag))) continue;
    keys.add(tagKey(tag));
    kept.push(tag);
  }
  return sortTags(kept);
}
