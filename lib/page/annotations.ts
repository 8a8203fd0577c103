import { createEdits } from '../edits/edits';
import type { Send } from '../messages/delivery';
import type { Request } from '../messages/messages';
import type { Failure } from '../messages/result';
import type { Annotation, AnnotationPatch } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';

/** Annotations as a page shows them: what is stored, and on top of it what was just done and is not answered yet. */
export interface Annotations {
  get(id: PaperId): Annotation | undefined;
  /** Whether something that was just done is not answered yet. */
  saving(id: PaperId): boolean;
  /** What is stored, as far as the worker says; undefined for a paper without an annotation. */
  settle(id: PaperId, stored: Annotation | undefined): void;
  /** Shows a patch at once and sends it; on failure it is taken back, all but the text of a note. */
  patch(paper: Paper, change: AnnotationPatch): void;
  /** Sends what waits, now: the page may be gone in a moment. */
  flush(): void;
  /** Forgets what was left behind, when the page comes back from where it was kept. */
  forget(): void;
}

export interface AnnotationsWorld {
  send: Send<'annotation.patch'>;
  now: () => Date;
  /** The annotation of a paper looks different now. */
  onChange: (id: PaperId) => void;
  /** A patch could not be stored. */
  onFailed: (failure: Failure) => void;
  leaveBehind: (request: Request<'annotation.patch'>, at: Date) => void;
}

export function createAnnotations(world: AnnotationsWorld): Annotations {
  const { send, now, onChange, onFailed, leaveBehind } = world;
  const stored = new Map<PaperId, Annotation | undefined>();
  const edits = createEdits({
    send,
    now,
    onChange,
    onSaved: (id, _patch, { annotation }) => stored.set(id, annotation),
    onFailed: (_id, _patch, failure) => onFailed(failure),
    leaveBehind,
  });
  return {
    get: (id) => edits.shown(id, stored.get(id) ?? null) ?? undefined,
    saving: edits.saving,
    settle(id, annotation) {
      const known = stored.get(id);
      stored.set(id, annotation);
      if (JSON.stringify(known) !== JSON.stringify(annotation)) onChange(id);
    },
    patch: (paper, change) => edits.patch(paper.id, change, paper),
    flush: edits.flush,
    forget: edits.forget,
  };
}
