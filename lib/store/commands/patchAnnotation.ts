import {
  type Annotation,
  type AnnotationPatch,
  applyPatch,
  emptyAnnotation,
  isEmpty,
} from '../../papers/annotation';
import type { PaperId } from '../../papers/ids';
import { combinePapers } from '../../papers/merging';
import type { Paper } from '../../papers/paper';
import type { AsterismDatabase } from '../database';
import { dropBookmarks, keepBookmarks, keeping } from '../keep';
import { toBookmark } from '../rows';
import { same } from '../same';
import { stepThatLeft, writeStep } from '../stepLog';
import { changeBetween } from '../steps';

export interface PatchRequest {
  id: PaperId;
  patch: AnnotationPatch;
  paper?: Paper | undefined;
}

/** An annotation after a patch, and the step that takes it back. */
export interface Patched {
  annotation: Annotation;
  undo: number | null;
}

/**
 * Changes parts of an annotation; a bookmark comes to be, or ceases to be, where the annotation starts or stops saying
 * something. Null where the paper is unknown everywhere. Patching twice is the same as once.
 */
export function patchAnnotation(
  db: AsterismDatabase,
  { id, patch, paper }: PatchRequest,
  now: () => Date,
): Promise<Patched | null> {
  return db.transaction('rw', [...keeping(db), db.papers, db.steps], async () => {
    const at = now().toISOString();
    const row = await db.bookmarks.get(id);
    const before = row ? toBookmark(row) : null;
    const old = before?.annotation ?? emptyAnnotation(at);
    const annotation = applyPatch(old, patch, at);
    if (same(annotation, old)) {
      return { annotation, undo: isNoteOnly(patch) ? null : await stepThatLeft(db, id, before) };
    }
    const facts = before?.paper ?? combined((await db.papers.get(id))?.paper, paper);
    if (!facts) return null;
    const after = isEmpty(annotation) ? null : { ...before, paper: facts, annotation };
    if (after) await keepBookmarks(db, [after]);
    else await dropBookmarks(db, [id]);
    const change = isNoteOnly(patch) ? null : changeBetween(id, before, after);
    return { annotation, undo: change && (await writeStep(db, change, at)) };
  });
}

/** Typing has its own undo. */
function isNoteOnly(patch: AnnotationPatch): boolean {
  return Object.entries(patch).every(([key, value]) => key === 'note' || value === undefined);
}

function combined(known: Paper | undefined, told: Paper | undefined): Paper | undefined {
  return known && told ? combinePapers(known, told) : (known ?? told);
}
