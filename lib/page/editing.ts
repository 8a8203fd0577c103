import type { Part } from '../../components/annotation/AnnotationEditor';
import { saidOn } from '../../components/marks/labelMarks';
import type { Change } from '../messages/announce';
import type { Send } from '../messages/delivery';
import type { Failure } from '../messages/result';
import { applyPatch } from '../papers/annotation';
import type { CopyStyle } from '../papers/copyStyle';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { TagCount } from '../papers/tags';
import { COPY_NAMES } from '../text/copyNames';
import { failureText } from '../text/failureText';
import { text } from '../text/text';
import type { Annotations } from './annotations';
import { createDismissing, type Dismissing } from './dismissing';
import type { EditorPopover } from './editorPopover';
import type { Mounts } from './mounts';
import type { Notify } from './notices';
import type { Box } from './placing';

/** The editor of the paper that is being edited, if any. */
export interface Editing {
  /**
   * Opens the editor of a paper at one part, with what is stored; pressed again, closes it.
   * @param reading the reading of its annotation, where that has begun
   */
  edit(paper: Paper, part: Part, reading?: Promise<Failure | undefined>): Promise<void>;
  /** Shows a paper's annotation again, if it is the one being edited. */
  update(id: PaperId): void;
  /** Annotations changed elsewhere: reads that of the paper being edited. */
  refresh(change: Change): void;
  close(): void;
}

export interface EditingWorld {
  document: Document;
  signal: AbortSignal;
  notify: Notify;
  annotations: Annotations;
  mounts: Pick<Mounts, 'controlOf' | 'all' | 'titleOf'>;
  send: Send<'paper.copy' | 'tags.list' | 'paper.dismiss' | 'page.ask'>;
  /** Puts a text on the clipboard. */
  clip: (text: string) => Promise<void>;
}

export function createEditing(
  world: EditingWorld,
  popover: EditorPopover,
  dismissing: Dismissing = createDismissing(world),
): Editing {
  const { notify, annotations, mounts, send, clip } = world;
  let open: { paper: Paper; part: Part; isRead: boolean } | null = null;
  let tagsInUse: TagCount[] = [];
  /** Whether the paper that is edited was dismissed; null while that is not known. */
  let dismissed: boolean | null = null;
  annotations.applyWith(applyPatch);

  function draw(): void {
    if (!open?.isRead) return;
    const { paper, part } = open;
    popover.edit(
      {
        paper: paper.id,
        title: mounts.titleOf(paper),
        annotation: annotations.whole(paper.id),
        saving: annotations.saving(paper.id),
        said: saidOn(mounts.controlOf(paper.id)?.element),
        tagsInUse,
        focus: part,
        onPatch: (change) => annotations.patch(paper, change),
        dismissed,
        onDismiss: () => void dismiss(paper),
        onCopy: (as) => copy(paper, as),
      },
      {
        button: () => mounts.controlOf(paper.id)?.wayTo(part) ?? null,
        free: () => controlsBut(paper.id),
      },
      () => {
        open = null;
      },
    );
  }

  /**
   * Where the other cards' controls are, as far as they are in sight. Cards are asked first: a page leaves out the layout
   * of those that are not (`content-visibility`), and to ask for what is in one makes it.
   */
  function controlsBut(id: PaperId): Box[] {
    const own = mounts.controlOf(id);
    return mounts
      .all()
      .filter(({ card, control }) => control !== own && isInSight(card.getBoundingClientRect()))
      .map(({ control: { star } }) => star.parentElement?.getBoundingClientRect() ?? new DOMRect())
      .filter(isInSight);
  }

  /** The worker writes it: a card does not carry the code of any format. */
  async function copy(paper: Paper, as: CopyStyle): Promise<string | undefined> {
    const answer = await send('paper.copy', { id: paper.id, as, paper });
    if (!answer.ok) {
      notify(answer.code === 'orphaned' ? failureText(answer.code) : text('notCopied'));
      return undefined;
    }
    const copied = answer.value.text;
    try {
      await clip(copied);
    } catch {
      notify(text('copyRefused'));
      return copied;
    }
    notify(text('copied', text(COPY_NAMES[as])));
    return undefined;
  }

  async function dismiss(paper: Paper): Promise<void> {
    await dismissing.toggle(paper);
    await learnDismissed(paper.id);
  }

  async function learnDismissed(id: PaperId): Promise<void> {
    const found = await dismissing.isDismissed(id);
    if (open?.paper.id !== id || found === null) return; // there is no button, and nothing lost
    dismissed = found;
    draw();
  }

  async function learnTags(): Promise<void> {
    const answer = await send('tags.list', {});
    if (!answer.ok) return; // there is nothing to complete from, and nothing lost
    tagsInUse = answer.value.tags;
    draw();
  }

  return {
    async edit(paper, part, reading) {
      const isAgain = open?.paper.id === paper.id && open.part === part;
      popover.close();
      open = null;
      if (isAgain) return;
      dismissed = null;
      const opening = { paper, part, isRead: false };
      open = opening;
      const failed = await (reading ?? annotations.read(paper.id));
      if (open !== opening) return;
      if (failed) {
        open = null;
        notify(failed.code === 'orphaned' ? failureText(failed.code) : text('notRead'));
        return;
      }
      opening.isRead = true;
      draw();
      void learnTags();
      void learnDismissed(paper.id);
    },
    update(id) {
      if (open?.paper.id === id) draw();
    },
    refresh(change) {
      if (open && (change === 'all' || change.includes(open.paper.id))) {
        void learnDismissed(open.paper.id);
        void annotations.read(open.paper.id); // where it cannot be read, what is shown was true a moment ago
      }
    },
    close: popover.close,
  };
}

function isInSight({ bottom, top, width }: DOMRect): boolean {
  return width > 0 && bottom > 0 && top < window.innerHeight;
}
