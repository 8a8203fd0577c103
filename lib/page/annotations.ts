import type { Request } from '../messages/contract';
import type { Failure, Result } from '../messages/result';
import {
  type Annotation,
  type AnnotationPatch,
  applyPatch,
  emptyAnnotation,
} from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';

/** Sends one patch and answers with the annotation that was stored. */
export type SendPatch = (
  request: Request<'annotation.patch'>,
) => Promise<Result<{ annotation: Annotation }>>;

/** Annotations as a page shows them: what is stored, and on top of it what was just done and is not answered yet. */
export interface Annotations {
  get(id: PaperId): Annotation | undefined;
  /** What is stored, as far as the worker says; undefined for a paper without an annotation. */
  settle(id: PaperId, stored: Annotation | undefined): void;
  /** Shows a patch at once and sends it; on failure it is taken back and the failure returned. */
  patch(id: PaperId, patch: AnnotationPatch, paper: Paper): Promise<Failure | null>;
}

/**
 * @param send delivers a patch to the worker
 * @param shown called with the id of every paper whose annotation looks different now
 */
export function createAnnotations(
  send: SendPatch,
  shown: (id: PaperId) => void,
  now: () => Date,
): Annotations {
  const stored = new Map<PaperId, Annotation | undefined>();
  const pending = new Map<PaperId, AnnotationPatch[]>();

  function get(id: PaperId): Annotation | undefined {
    const patches = pending.get(id) ?? [];
    if (patches.length === 0) return stored.get(id);
    const at = now().toISOString();
    return patches.reduce(
      (annotation, patch) => applyPatch(annotation, patch, at),
      stored.get(id) ?? emptyAnnotation(at),
    );
  }

  async function patch(
    id: PaperId,
    change: AnnotationPatch,
    paper: Paper,
  ): Promise<Failure | null> {
    pending.set(id, [...(pending.get(id) ?? []), change]);
    shown(id);
    const outcome = await send({ id, patch: change, paper });
    pending.set(
      id,
      (pending.get(id) ?? []).filter((other) => other !== change),
    );
    if (outcome.ok) stored.set(id, outcome.value.annotation);
    shown(id);
    return outcome.ok ? null : outcome;
  }

  function settle(id: PaperId, annotation: Annotation | undefined): void {
    stored.set(id, annotation);
    shown(id);
  }

  return { get, settle, patch };
}
