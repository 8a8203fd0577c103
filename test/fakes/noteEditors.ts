import { createNoteText } from '../../components/annotation/noteText';
import { createEdits } from '../../lib/edits/edits';
import type { Send } from '../../lib/messages/delivery';
import type { Request } from '../../lib/messages/messages';
import { type Result, success } from '../../lib/messages/result';
import { type Annotation, applyPatch, emptyAnnotation } from '../../lib/papers/annotation';

type Patching = Request<'annotation.patch'>;

const ID = 'arxiv:2604.00001';
const AT = '2026-04-16T10:00:00.000Z';

/** A field with the note of the paper, in a window of its own. */
export interface Editor {
  value(): string;
  /** The reader makes another text of what the field shows. */
  type(change: (shown: string) => string): void;
  /** The window is closed, and with it what it waits for. */
  leave(): void;
}

/** A message on its way to the worker, or its answer on its way back. */
interface Sent {
  by: number;
  request: Patching;
  answer: (annotation: Annotation) => void;
  /** What is answered; null while it is not carried out. */
  outcome: Annotation | null;
}

/** One note, the windows it is edited in, and a worker that may die. Nothing moves by itself. */
export interface NoteWorld {
  open(): Editor;
  note(): string;
  /** Carries out the next message. */
  carryOut(): void;
  /** Gives the next answer that waits. */
  answer(): void;
  /** Tells a window what is stored. */
  pulse(which: number): void;
  /** The worker dies; the next one begins with what was left behind, and all that has no answer is sent again. */
  die(): void;
  /** Carries out what windows have left behind. */
  takeOutbox(): void;
  /** Until nothing is on its way. */
  settle(): Promise<void>;
}

/** Resolves when whoever was answered has gone on as far as it can. */
export async function goneOn(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** See `NoteWorld`. */
export function createNoteWorld(): NoteWorld {
  let stored = emptyAnnotation(AT);
  let sent: Sent[] = [];
  let outbox: Patching[] = [];
  const tellers: ((annotation: Annotation) => void)[] = [];

  function patch({ patch: change }: Patching): Annotation {
    stored = applyPatch(stored, change, AT);
    return stored;
  }

  function takeOutbox(): void {
    for (const request of outbox) patch(request);
    outbox = [];
  }

  function open(): Editor {
    const me = tellers.length;
    let known = stored;
    let value = stored.note;
    let isGone = false;
    const text = createNoteText(value);
    const send = (_name: string, request: Patching) =>
      new Promise<Result<unknown>>((resolve) => {
        const answer = (annotation: Annotation): void =>
          resolve(success({ annotation, undo: null }));
        sent.push({ by: me, request, answer, outcome: null });
      });
    const edits = createEdits({
      send: send as Send<'annotation.patch'>, // asked for nothing else
      now: () => new Date(AT),
      apply: applyPatch,
      onChange: draw,
      onSaved: (_id, _patch, { annotation }) => {
        known = annotation;
      },
      onFailed: () => {},
      leaveBehind: (request) => outbox.push(request),
    });
    function draw(): void {
      if (isGone) return;
      const note = edits.shown(ID, known)?.note ?? '';
      value = text.follow(note, edits.saving(ID)) ?? value;
    }
    tellers.push((annotation) => {
      known = annotation;
      draw();
    });
    return {
      value: () => value,
      type(change) {
        value = change(value);
        const noteWas = text.typed(value);
        if (noteWas !== null) edits.patch(ID, { note: value, noteWas });
      },
      leave() {
        edits.flush();
        isGone = true;
        // What a page has sent may arrive or not; its answer never does.
        sent = sent.filter(
          ({ by, outcome }, at) => by !== me || (outcome === null && at % 2 === 0),
        );
      },
    };
  }

  const world: NoteWorld = {
    open,
    note: () => stored.note,
    carryOut() {
      const next = sent.find(({ outcome }) => outcome === null);
      if (next) next.outcome = patch(next.request);
    },
    answer() {
      const at = sent.findIndex(({ outcome }) => outcome !== null);
      const [next] = at < 0 ? [] : sent.splice(at, 1);
      if (next?.outcome) next.answer(next.outcome);
    },
    pulse: (which) => tellers[which % tellers.length]?.(stored),
    die() {
      for (const one of sent) one.outcome = null;
      takeOutbox();
    },
    takeOutbox,
    async settle() {
      takeOutbox();
      while (sent.length > 0) {
        world.carryOut();
        world.answer();
        await goneOn();
      }
      for (const which of tellers.keys()) world.pulse(which);
    },
  };
  return world;
}
