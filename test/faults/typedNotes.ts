import type { AnnotationPatch } from '../../lib/papers/annotation.ts';
import type { PaperId } from '../../lib/papers/ids.ts';
import type { Sent } from './model.ts';

// What has to be in a note that is typed in more than one place: every mark that an answered edit brought, unless
// another edit that came later, or at the same time, took it away.

/** A mark of the plan, whole: its last digit is known by the blank behind it. */
const MARK = /\bm\d+-\d+(?= )/g;

const SAME_MOMENT = 5;

/** Whether a note is typed here: said over which text, so that both of two are kept. */
export function isTyped(paper: PaperId, sent: readonly Sent[]): boolean {
  return sent.some(({ patches }) => patches.get(paper)?.noteWas !== undefined);
}

/** Marks that should be in a note and are not. */
export function lostMarks(paper: PaperId, sent: readonly Sent[], note: string): string[] {
  const edits = sent.filter(({ outcome, patches }) => outcome !== 'failed' && patches.has(paper));
  const undos = sent.filter(({ outcome, undoes }) => outcome !== 'failed' && undoes !== undefined);
  const there = new Set(marksIn(note));
  const lost = edits.flatMap((edit) => {
    if (edit.outcome !== 'answered') return [];
    const isOver = (other: Sent): boolean =>
      other !== edit && other.until + SAME_MOMENT >= edit.from;
    return marksIn(edit.patches.get(paper)?.note ?? '').filter(
      (mark) =>
        !there.has(mark) &&
        !undos.some(isOver) &&
        !edits.some((other) => isOver(other) && takes(other.patches.get(paper), mark)),
    );
  });
  return [...new Set(lost)];
}

/** Whether an edit takes a mark away: it replaces whatever is there, or was typed over the mark. */
function takes({ note, noteWas }: AnnotationPatch = {}, mark: string): boolean {
  if (note === undefined || marksIn(note).includes(mark)) return false;
  return noteWas === undefined || marksIn(noteWas).includes(mark);
}

function marksIn(note: string): string[] {
  return note.match(MARK) ?? [];
}
