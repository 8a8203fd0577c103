import type { Part } from '../../components/annotation/AnnotationEditor';
import { PARTS } from '../../components/card/control';
import type { Send } from '../messages/delivery';
import { emptyAnnotation } from '../papers/annotation';
import type { CopyStyle } from '../papers/copyStyle';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { TagCount } from '../papers/tags';
import { COPY_NAMES } from '../text/copyNames';
import { failureText } from '../text/failureText';
import { text } from '../text/text';
import type { Annotations } from './annotations';
import type { Mounts } from './mounts';
import type { Overlay } from './overlay';

/** The editor of the paper that is being edited, if any. */
export interface Editing {
  /** Opens the editor of a paper at one part; pressed again, closes it. */
  edit(paper: Paper, part: Part): void;
  /** Shows a paper's annotation anew, if it is the one being edited. */
  update(id: PaperId): void;
}

export interface EditingWorld {
  above: () => Overlay;
  annotations: Annotations;
  mounts: Pick<Mounts, 'buttons'>;
  send: Send<'paper.copy' | 'tags.list'>;
  /** Puts a text on the clipboard. */
  clip: (text: string) => Promise<void>;
  now: () => Date;
}

export function createEditing(world: EditingWorld): Editing {
  const { above, annotations, mounts, send, clip, now } = world;
  let open: { paper: Paper; part: Part } | null = null;
  let tagsInUse: TagCount[] = [];

  function draw(): void {
    if (!open) return;
    const { paper, part } = open;
    above().edit(
      {
        title: paper.title,
        annotation: annotations.get(paper.id) ?? emptyAnnotation(now().toISOString()),
        saving: annotations.saving(paper.id),
        tagsInUse,
        focus: part,
        onPatch: (change) => annotations.patch(paper, change),
        onCopy: (as) => copy(paper, as),
      },
      () => mounts.buttons(paper.id)[1 + PARTS.indexOf(part)] ?? null,
      () => {
        open = null;
      },
    );
  }

  /** The worker writes it: a card does not carry the code of any format. */
  async function copy(paper: Paper, as: CopyStyle): Promise<string | undefined> {
    const answer = await send('paper.copy', { id: paper.id, as, paper });
    if (!answer.ok) {
      above().notify(answer.code === 'orphaned' ? failureText(answer.code) : text('notCopied'));
      return undefined;
    }
    const copied = answer.value.text;
    try {
      await clip(copied);
    } catch {
      above().notify(text('copyRefused'));
      return copied;
    }
    above().notify(text('copied', text(COPY_NAMES[as])));
    return undefined;
  }

  async function learnTags(): Promise<void> {
    const answer = await send('tags.list', {});
    if (!answer.ok && answer.code === 'orphaned') {
      // An editor that can save nothing is no editor.
      above().close();
      above().notify(failureText(answer.code));
    }
    if (!answer.ok) return; // there is nothing to complete from, and nothing lost
    tagsInUse = answer.value.tags;
    draw();
  }

  return {
    edit(paper, part) {
      const isAgain = open?.paper.id === paper.id && open.part === part;
      above().close();
      if (isAgain) return;
      open = { paper, part };
      draw();
      void learnTags();
    },
    update(id) {
      if (open?.paper.id === id) draw();
    },
  };
}
