import { createEdits, type Edits } from '../edits/edits';
import { plainTextNow } from '../maths/onDemand';
import type { Answer } from '../messages/contract';
import type { Send } from '../messages/delivery';
import { leaveBehind } from '../messages/outbox';
import type { Failure } from '../messages/result';
import { type AnnotationPatch, applyPatch, isEmpty, type Status } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import { failureText } from '../text/failureText';
import { STATUS_NAMES } from '../text/statusNames';
import { text } from '../text/text';
import type { Notices, Toast } from './notices';
import { createPaperCache, type PaperCache } from './paperCache';

/** The parts of an annotation that have a field of their own in the editor. */
export type Part = 'status' | 'tags' | 'note';

export interface AnnotatingDeps {
  send: Send;
  now: () => Date;
  notices: Notices;
  onChange: () => void;
  /** What is stored of these papers may have changed. */
  onTouched: (ids: readonly PaperId[]) => Promise<void>;
  /** A paper has left the library. */
  onEmptied: (id: PaperId) => void;
  /** The open editor belongs to this paper now; null: to none. */
  onHold: (id: PaperId | null) => void;
  /** A paper is edited here. */
  onPatch: (id: PaperId) => void;
  /** Most papers to remember; absent: all that were read. */
  most?: number | undefined;
}

/** What a reader does to the papers on show: edits, one editor at a time, removing, undoing. */
export interface Annotating extends Pick<Edits, 'flush'> {
  listed: PaperCache;
  editing(): { id: PaperId; part: Part | undefined } | null;
  focus(): { id: PaperId; turn: number } | null;
  patch(id: PaperId, patch: AnnotationPatch): void;
  /** Sets a status, and offers to take that back: nobody picked it from the others. */
  takeStatus(id: PaperId, status: Status | null): void;
  /** Takes a paper out of the library, with its tags and its note. */
  remove(id: PaperId): Promise<void>;
  /** Takes back the last step made here, once it is made; asked for again meanwhile, the one before it after that. */
  undo(): Promise<void>;
  edit(id: PaperId, part?: Part): void;
  closeEditor(): void;
  /** Whether tags were changed here since this was last asked. */
  takeRetagged(): boolean;
  /** A step was made here by other means than `patch` and `remove`; gives the way to take it back. Null: none was. */
  stepped(step: number | null): Toast['action'];
  /** A step is being made here by such means: an undo waits for it. */
  making<T>(step: Promise<T>): Promise<T>;
}

/** See `Annotating`. */
export function createAnnotating(deps: AnnotatingDeps): Annotating {
  const { send, now, notices, onChange, onTouched, onEmptied, onHold, onPatch } = deps;
  const edits = createEdits({
    send,
    now,
    apply: applyPatch,
    onChange: touched,
    onSaved,
    onFailed,
    leaveBehind,
  });
  const listed = createPaperCache(edits, now, deps.most);
  /** Steps that can be taken back, the last one last. */
  const steps: number[] = [];
  /** Steps that are being made: the last of them is what an undo means. */
  const coming = new Set<Promise<unknown>>();
  let undone: Promise<void> = Promise.resolve();
  /** Who waits for an edit to be answered. */
  const waiting: (() => void)[] = [];
  let editing: { id: PaperId; part: Part | undefined } | null = null;
  let focus: { id: PaperId; turn: number } | null = null;
  let retagged = false;
  /** Papers of which the next status is offered to be taken back. */
  const offered = new Set<PaperId>();
  /** How to bring back a paper that left the library while its editor is open; said when the editor closes. */
  let leaving: Toast['action'];

  function touched(id: PaperId): void {
    listed.touch(id);
    if (listed.get(id)?.bookmarked === false) onEmptied(id);
    for (const look of waiting.splice(0)) look();
    onChange();
  }

  /** Resolves when nothing of a paper is on its way. */
  async function settled(id: PaperId): Promise<void> {
    while (edits.isSending(id)) await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function onSaved(
    id: PaperId,
    patch: AnnotationPatch,
    { annotation, undo }: Answer<'annotation.patch'>,
  ): void {
    listed.store(id, annotation);
    if (undo !== null) steps.push(undo);
    if (patch.addTags !== undefined || patch.removeTags !== undefined) retagged = true;
    const stated = listed.get(id)?.paper.title ?? '';
    const title = plainTextNow(stated) ?? stated;
    if (patch.starred === true) notices.say(text('starredSaid', title));
    else if (patch.starred === false) notices.say(text('unstarredSaid', title));
    else if (patch.status !== undefined) {
      const said = text('statusSaid', text(STATUS_NAMES[patch.status ?? 'none']), title);
      if (offered.delete(id)) notices.show('done', said, undoing(undo));
      else notices.say(said);
    } else if (patch.note === undefined) notices.say(text('saved'));
    if (patch.starred !== false || !isEmpty(annotation)) return;
    if (editing?.id === id) leaving = undoing(undo);
    else notices.show('done', text('unstarred'), undoing(undo));
  }

  function onFailed(id: PaperId, patch: AnnotationPatch, { code }: Failure): void {
    failed(code, () => apply(id, patch));
    void onTouched([id]);
  }

  /** Trying again helps with a full disk or a busy one, never with a page that an update left behind. */
  function failed(code: Failure['code'], again: () => void): void {
    const retry = { text: text('tryAgain'), run: again };
    notices.show('error', failureText(code), code === 'orphaned' ? undefined : retry);
  }

  function apply(id: PaperId, patch: AnnotationPatch): void {
    const paper = listed.get(id);
    onPatch(id);
    edits.patch(id, patch, paper?.bookmarked ? undefined : paper?.paper);
    void making(settled(id));
  }

  function making<T>(step: Promise<T>): Promise<T> {
    const end = step.finally(() => coming.delete(end));
    coming.add(end);
    return end;
  }

  async function undoLast(): Promise<void> {
    await Promise.allSettled(coming);
    const step = steps.at(-1);
    if (step === undefined) notices.say(text('nothingToUndo'));
    else await undoStep(step);
  }

  function undoing(step: number | null): Toast['action'] {
    return step === null ? undefined : { text: text('undo'), run: () => void undoStep(step) };
  }

  async function undoStep(step: number): Promise<void> {
    const result = await send('step.undo', { step });
    if (!result.ok && result.code !== 'missing') {
      notices.show('error', failureText(result.code), undoing(step));
      return;
    }
    if (steps.includes(step)) steps.splice(steps.indexOf(step), 1);
    if (!result.ok) {
      notices.show('error', text('cannotUndo'));
      return;
    }
    notices.dismiss();
    await onTouched(result.value.ids);
    const [first] = result.value.ids;
    if (first !== undefined) focusOn(first);
    notices.say(text('undone'));
  }

  async function remove(id: PaperId): Promise<void> {
    if (editing?.id === id) closeEditor();
    await settled(id); // an edit that came later would bring it back
    const result = await send('bookmark.remove', { id });
    if (!result.ok) {
      failed(result.code, () => void remove(id));
      return;
    }
    const { undo } = result.value;
    if (undo !== null) steps.push(undo);
    listed.store(id, null);
    onEmptied(id);
    notices.show('done', text('removed'), undoing(undo));
  }

  function focusOn(id: PaperId): void {
    focus = { id, turn: (focus?.turn ?? 0) + 1 };
    onChange();
  }

  function closeEditor(): void {
    if (editing === null) return;
    const { id } = editing;
    editing = null;
    onHold(null);
    if (leaving && listed.get(id)?.bookmarked === false) {
      notices.show('done', text('unstarred'), leaving);
    }
    leaving = undefined;
    focusOn(id);
    void onTouched([id]);
  }

  return {
    listed,
    editing: () => editing,
    focus: () => focus,
    patch: apply,
    takeStatus(id, status) {
      offered.add(id);
      apply(id, { status });
    },
    remove: (id) => making(remove(id)),
    undo() {
      undone = undone.then(undoLast, undoLast); // whoever asked for the one that failed has heard of it
      return undone;
    },
    making,
    edit(id, part) {
      if (editing !== null && editing.id !== id) closeEditor();
      editing = { id, part };
      onHold(id);
      onChange();
    },
    closeEditor,
    takeRetagged() {
      const was = retagged;
      retagged = false;
      return was;
    },
    stepped(step) {
      if (step !== null) steps.push(step);
      return undoing(step);
    },
    flush: edits.flush,
  };
}
