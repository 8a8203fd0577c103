import type { Answer, Request } from '../messages/contract';
import type { Send } from '../messages/delivery';
import type { Failure } from '../messages/result';
import {
  type Annotation,
  type AnnotationPatch,
  type ApplyPatch,
  emptyAnnotation,
} from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';

export interface EditsDeps {
  send: Send<'annotation.patch'>;
  now: () => Date;
  /** `applyPatch`, or less where fewer parts are edited. */
  apply: ApplyPatch;
  /** The shown annotation of a paper changed. */
  onChange: (id: PaperId) => void;
  /** An edit is committed. */
  onSaved: (id: PaperId, patch: AnnotationPatch, answer: Answer<'annotation.patch'>) => void;
  /** An edit failed; all but a note's text is shown as it was before. */
  onFailed: (id: PaperId, patch: AnnotationPatch, failure: Failure) => void;
  /** Keeps an edit that nobody has answered where it outlives this page (`lib/messages/outbox.ts`). */
  leaveBehind: (request: Request<'annotation.patch'>, at: Date) => void;
}

/** Edits on their way to the worker: shown at once, sent one after the other for each paper, none ever dropped. */
export interface Edits {
  /** An annotation with what is on its way; null where both say nothing. */
  shown(id: PaperId, stored: Annotation | null): Annotation | null;
  saving(id: PaperId): boolean;
  /** `paper`: for a paper that the library may not know. */
  patch(id: PaperId, patch: AnnotationPatch, paper?: Paper): void;
  /** Whether the worker has still to answer: what could not be saved is with the reader, and not on its way. */
  isSending(id: PaperId): boolean;
  /** Sends what waits and leaves behind what is not answered: this page may be gone in a moment. */
  flush(): void;
  /** Lets go of what was left behind: this page was away meanwhile, and what it waited for is not answered any more. */
  forget(): void;
}

/** The edits of one paper. */
interface Line {
  paper: Paper | undefined;
  sending: AnnotationPatch | null;
  waiting: AnnotationPatch[];
  /** The last note that could not be saved: what the reader typed stays on show. */
  unsaved: AnnotationPatch | null;
}

/** Edits of a page's papers; see `Edits`. */
export function createEdits(deps: EditsDeps): Edits {
  const { send, now, apply, onChange, onSaved, onFailed, leaveBehind } = deps;
  const lines = new Map<PaperId, Line>();

  function lineOf(id: PaperId): Line {
    const line = lines.get(id) ?? { paper: undefined, sending: null, waiting: [], unsaved: null };
    lines.set(id, line);
    return line;
  }

  function request(id: PaperId, patch: AnnotationPatch): Request<'annotation.patch'> {
    return { id, patch, paper: lines.get(id)?.paper };
  }

  async function sendAll(id: PaperId, line: Line): Promise<void> {
    if (line.sending !== null) return; // the call that is under way goes on
    for (let patch = line.waiting.shift(); patch; patch = line.waiting.shift()) {
      line.sending = patch;
      const result = await send('annotation.patch', request(id, patch));
      if (lines.get(id) !== line) return; // forgotten
      line.sending = null;
      if (result.ok) onSaved(id, patch, result.value);
      else {
        keepNote(line, patch);
        onFailed(id, patch, result);
      }
      if (line.waiting.length === 0 && line.unsaved === null) lines.delete(id);
      onChange(id);
    }
  }

  return {
    shown(id, stored) {
      const line = lines.get(id);
      if (line === undefined) return stored;
      const at = now().toISOString();
      return [line.unsaved, line.sending, ...line.waiting]
        .filter((patch) => patch !== null)
        .reduce((shown, patch) => apply(shown, patch, at), stored ?? emptyAnnotation(at));
    },
    saving: (id) => lines.has(id),
    patch(id, patch, paper) {
      const line = lineOf(id);
      line.paper = paper ?? line.paper;
      const { unsaved } = line;
      if (unsaved !== null && patch.note !== undefined) {
        line.unsaved = null;
        if (unsaved.note !== patch.note) line.waiting.push(unsaved); // else it is tried again
      }
      const last = line.waiting.at(-1);
      const joined = last && isNoteOnly(last) && isNoteOnly(patch) ? typedAfter(last, patch) : null;
      if (joined !== null) line.waiting.pop();
      line.waiting.push(joined ?? patch);
      void sendAll(id, line);
      onChange(id);
    },
    isSending: (id) => (lines.get(id)?.sending ?? null) !== null,
    flush() {
      for (const [id, line] of lines) {
        // Sent again in its turn if the page lives on: carried out twice, a patch does what it does once.
        for (const patch of line.waiting) void send('annotation.patch', request(id, patch));
        const unanswered = line.sending === null ? line.waiting : [line.sending, ...line.waiting];
        for (const patch of unanswered) leaveBehind(request(id, patch), now());
      }
    },
    forget() {
      for (const [id, { sending, unsaved }] of [...lines]) {
        if (sending === null) continue;
        lines.delete(id);
        if (unsaved !== null) lineOf(id).unsaved = unsaved;
        onChange(id);
      }
    },
  };
}

/** Keeps the note of a patch that could not be saved, in what was typed next if that waits. */
function keepNote(line: Line, { note, noteWas }: AnnotationPatch): void {
  if (note === undefined) return;
  const at = line.waiting.findIndex((next) => next.note !== undefined);
  const next = line.waiting[at];
  const joined = next ? typedAfter({ note, noteWas }, next) : null;
  if (joined !== null) line.waiting[at] = joined;
  else line.unsaved = { note, noteWas };
}

/** A note as one patch after another leaves it, typed over what the first was; null where they are two texts. */
function typedAfter(first: AnnotationPatch, next: AnnotationPatch): AnnotationPatch | null {
  if (next.noteWas === undefined) return next;
  return next.noteWas === first.note ? { ...next, noteWas: first.noteWas } : null;
}

function isNoteOnly({ note, noteWas: _, ...others }: AnnotationPatch): boolean {
  return note !== undefined && Object.keys(others).length === 0;
}
