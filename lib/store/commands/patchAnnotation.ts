import { type Annotation, type AnnotationPatch, emptyAnnotation } from '../../papers/annotation';
import { deepEqual } from '../../papers/deepEqual';
import type { PaperId } from '../../papers/ids';
import { combinePapers } from '../../papers/merging';
import type { Paper } from '../../papers/paper';
import { changesOf, changing, saidOf, storeAsStep } from '../changes';
import type { AsterismDatabase } from '../database';
import { nextStep, stepThatLeft, writePart } from '../stepLog';
import { NOTHING, patched, patchedAnnotation } from '../trash';

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
 * Changes parts of an annotation (`patched`). Null where the paper is unknown everywhere.
 * Patching twice is the same as once.
 */
export function patchAnnotation(
  db: AsterismDatabase,
  { id, patch, paper }: PatchRequest,
  now: () => Date,
): Promise<Patched | null> {
  return db.transaction('rw', [...changing(db), db.papers], async () => {
    const at = now().toISOString();
    // One wait for all that may be needed.
    const [said, seen, step] = await Promise.all([
      saidOf(db, [id]),
      db.papers.get(id),
      nextStep(db),
    ]);
    const before = said.get(id) ?? NOTHING;
    const annotation = patchedAnnotation(before, patch, at);
    if (deepEqual(annotation, before.bookmark?.annotation ?? emptyAnnotation(at))) {
      const undo = isNoteOnly(patch) ? null : await stepThatLeft(db, id, before.bookmark);
      return { annotation, undo };
    }
    const facts = before.bookmark ? undefined : combined(seen?.paper, paper);
    const after = patched(before, patch, at, facts);
    if (after === null) return null;
    const turns = [{ id, before, after }];
    // Typing has its own undo; what it brought back from the trash has none.
    const isStep = !isNoteOnly(patch) || before.trashed !== after.trashed;
    await Promise.all([
      storeAsStep(db, turns, step, at),
      isStep && writePart(db, step, 0, changesOf(turns), at),
    ]);
    return { annotation: after.bookmark?.annotation ?? annotation, undo: isStep ? step : null };
  });
}

function isNoteOnly(patch: AnnotationPatch): boolean {
  const { note: _, noteWas: __, ...others } = patch;
  return Object.values(others).every((value) => value === undefined);
}

function combined(known: Paper | undefined, told: Paper | undefined): Paper | undefined {
  return known && told ? combinePapers(known, told) : (known ?? told);
}
