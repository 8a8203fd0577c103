import { createEdits } from '../edits/edits';
import type { Send } from '../messages/delivery';
import type { Request } from '../messages/messages';
import type { Failure } from '../messages/result';
import {
  type Annotation,
  type AnnotationPatch,
  type ApplyPatch,
  applyStar,
  emptyAnnotation,
} from '../papers/annotation';
import type { Glance } from '../papers/glance';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';

/** Annotations as a page shows them: what is stored, and on top of it what was just done and is not answered yet. */
export interface Annotations {
  /** What a card shows; undefined where nothing was said, or nothing is known. */
  get(id: PaperId): Glance | undefined;
  /** Whether the worker has said what is stored for a paper: until then it may be anything. */
  isKnown(id: PaperId): boolean;
  /** All of an annotation, as it was read last. */
  whole(id: PaperId): Annotation;
  /** Whether something that was just done is not answered yet. */
  saving(id: PaperId): boolean;
  /** What is stored, as far as the worker says; undefined for a paper without an annotation. */
  settle(id: PaperId, stored: Glance | undefined): void;
  /** Asks for all of an annotation, to edit it; gives why it cannot be had. */
  read(id: PaperId): Promise<Failure | undefined>;
  /** Shows a patch at once and sends it; on failure it is taken back, all but the text of a note. */
  patch(paper: Paper, change: AnnotationPatch): void;
  /** Takes how patches are applied to parts beside the star, before the first such patch. */
  applyWith(apply: ApplyPatch): void;
  /** Sends what waits, now: the page may be gone in a moment. */
  flush(): void;
  /** Forgets what was left behind, when the page comes back from where it was kept. */
  forget(): void;
}

export interface AnnotationsWorld {
  send: Send<'annotation.patch' | 'annotations.get'>;
  now: () => Date;
  /** The annotation of a paper looks different now. */
  onChange: (id: PaperId) => void;
  /** A patch could not be stored. */
  onFailed: (failure: Failure) => void;
  leaveBehind: (request: Request<'annotation.patch'>, at: Date) => void;
}

export function createAnnotations(world: AnnotationsWorld): Annotations {
  const { send, now, onChange, onFailed, leaveBehind } = world;
  const known = new Map<PaperId, Glance | undefined>();
  const wholes = new Map<PaperId, Annotation | undefined>();
  let answers = 0;
  let applyAll: ApplyPatch = applyStar;
  const edits = createEdits({
    send,
    now,
    apply: (annotation, patch, at) => applyAll(annotation, patch, at),
    onChange,
    onSaved(id, _patch, { annotation }) {
      answers += 1;
      take(id, annotation);
    },
    onFailed: (_id, _patch, failure) => onFailed(failure),
    leaveBehind,
  });
  const empty = (): Annotation => emptyAnnotation(now().toISOString());

  function take(id: PaperId, annotation: Annotation | undefined): void {
    known.set(id, annotation);
    wholes.set(id, annotation);
  }

  async function read(id: PaperId): Promise<Failure | undefined> {
    const before = answers;
    const answer = await send('annotations.get', { ids: [id] });
    if (!answer.ok) return answer;
    if (answers !== before) return read(id); // it may be older than what was answered meanwhile
    take(id, answer.value.annotations[id]);
    onChange(id);
    return undefined;
  }

  return {
    get(id) {
      const stored = known.get(id);
      return edits.saving(id) ? (edits.shown(id, { ...empty(), ...stored }) ?? undefined) : stored;
    },
    isKnown: (id) => known.has(id),
    whole: (id) => edits.shown(id, wholes.get(id) ?? null) ?? empty(),
    saving: edits.saving,
    settle(id, stored) {
      const isNew = !known.has(id) || JSON.stringify(known.get(id)) !== JSON.stringify(stored);
      known.set(id, stored);
      if (isNew) onChange(id);
    },
    read,
    patch: (paper, change) => edits.patch(paper.id, change, paper),
    applyWith(apply) {
      applyAll = apply;
    },
    flush: edits.flush,
    forget: edits.forget,
  };
}
