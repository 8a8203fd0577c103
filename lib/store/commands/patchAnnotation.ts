import type { Annotation, AnnotationPatch } from '../../papers/annotation';
import { deepEqual } from '../../papers/deepEqual';
import type { PaperId } from '../../papers/ids';
import { combinePapers } from '../../papers/merging';
import type { Paper } from '../../papers/paper';
import { patched, patchedAnnotation, UNTOUCHED } from '../../papers/trash';
import { asStated, takesVersion, withVersionRead } from '../../papers/versions';
import { changing, statesOf, storeAsStep } from '../changes';
import type { AsterismDatabase } from '../database';
import { nextStep, stepThatLeft } from '../stepLog';
import { writeFacts } from '../writeRows';

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
      await noteVersion(db, known?.paper, { patch, paper });
      const undo = isNoteOnly(patch) ? null : await stepThatLeft(db, id, before.bookmark);
      return { annotation, undo };
    }
    const isNew = after.bookmark !== null && before.bookmark === null;
    const stated = isNew ? combined(known?.paper, paper && asStated(paper)) : known?.paper;
    if (isNew && stated === undefined) return null;
    const facts = stated && takesVersion(patch) ? withVersionRead(stated, paper) : stated;
    const isTold = !deepEqual(facts, known?.paper);
    const turn = { id, before, after, facts: isTold ? facts : undefined };
    // Typing has its own undo; what it brought back from the trash has none.
    const isStep = !isNoteOnly(patch) || before.trashed !== after.trashed;
    await storeAsStep(db, [turn], { step, part: 0, at }, isStep);
    return { annotation: after.bookmark?.annotation ?? annotation, undo: isStep ? step : null };
  });
}

/** Said again of a newer version, a star or a status changes nothing but which version the reader has in hand. */
async function noteVersion(
  db: AsterismDatabase,
  known: Paper | undefined,
  { patch, paper }: Pick<PatchRequest, 'patch' | 'paper'>,
): Promise<void> {
  if (known === undefined || !takesVersion(patch)) return;
  const facts = withVersionRead(known, paper);
  if (facts !== known) await writeFacts(db, [{ id: facts.id, paper: facts }], [facts.id]);
}

function isNoteOnly(patch: AnnotationPatch): boolean {
  const { note: _, noteWas: __, ...others } = patch;
  return Object.values(others).every((value) => value === undefined);
}

function combined(known: Paper | undefined, told: Paper | undefined): Paper | undefined {
  return known && told ? combinePapers(known, told) : (known ?? told);
}
