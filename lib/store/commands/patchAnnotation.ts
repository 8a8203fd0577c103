import type { Annotation, AnnotationPatch } from '../../papers/annotation';
import { deepEqual } from '../../papers/deepEqual';
import type { PaperId } from '../../papers/ids';
import { combinePapers } from '../../papers/merging';
import type { Paper } from '../../papers/paper';
import { patched, patchedAnnotation, UNTOUCHED } from '../../papers/trash';
import { changing, statesOf, storeAsStep } from '../changes';
import type { AsterismDatabase } from '../database';
import { nextStep, stepThatLeft } from '../stepLog';

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
  return db.transaction('rw', changing(db), async () => {
    const at = now().toISOString();
    // One wait for all that may be needed.
    const [states, known, step] = await Promise.all([
      statesOf(db, [id]),
      db.papers.get(id),
      nextStep(db),
    ]);
    const before = states.get(id) ?? UNTOUCHED;
    const annotation = patchedAnnotation(before, patch, at);
    const after = patched(before, patch, at);
    if (after === before) {
      const undo = isNoteOnly(patch) ? null : await stepThatLeft(db, id, before.bookmark);
      return { annotation, undo };
    }
    const isNew = after.bookmark !== null && before.bookmark === null;
    const facts = isNew ? combined(known?.paper, paper) : known?.paper;
    if (isNew && facts === undefined) return null;
    const isTold = !deepEqual(facts, known?.paper);
    const turn = { id, before, after, facts: isTold ? facts : undefined };
    // Typing has its own undo; what it brought back from the trash has none.
    const isStep = !isNoteOnly(patch) || before.trashed !== after.trashed;
    await storeAsStep(db, [turn], { step, part: 0, at }, isStep);
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
