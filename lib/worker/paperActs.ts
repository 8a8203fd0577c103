import type { Result } from '../messages/result';
import type { Handlers } from '../messages/server';
import type { Annotation, AnnotationPatch } from '../papers/annotation';
import type { CopyStyle } from '../papers/copyStyle';
import type { PaperId } from '../papers/ids';
import { nothingKnown } from '../store/rows';
import { failureText } from '../text/failureText';
import type { OnButton } from './onButton';

/** What is done to a paper from outside of a page: by a key of the browser or in a menu, in some tab. */
export interface PaperActs {
  /** Stars it; once more takes the star away. */
  toggleStar(id: PaperId, tabId: number): Promise<void>;
  /** Marks it as to read; once more takes that away. */
  toggleToRead(id: PaperId, tabId: number): Promise<void>;
  /** Stars it; a star that is there stays. */
  star(id: PaperId, tabId: number): Promise<void>;
  markToRead(id: PaperId, tabId: number): Promise<void>;
  /** The paper as text for the clipboard; null where it cannot be read, which the button says. */
  textOf(id: PaperId, as: CopyStyle, tabId: number): Promise<string | null>;
}

const AS_PAGE = { kind: 'page' } as const;

/**
 * See `PaperActs`. Of a paper that no page has shown only the id is known; its title is whatever states it next. What
 * came of it is said on the toolbar's button: there may be no control of ours in sight.
 */
export function createPaperActs(
  handlers: Pick<Handlers, 'annotations.get' | 'annotation.patch' | 'paper.copy'>,
  button: OnButton,
): PaperActs {
  async function tell(result: Result<unknown>, id: PaperId, tabId: number): Promise<void> {
    if (result.ok) await button.done(tabId, id);
    else await button.failed(tabId, failureText(result.code));
  }

  async function patch(
    id: PaperId,
    tabId: number,
    change: (known: Annotation | undefined) => AnnotationPatch,
  ): Promise<void> {
    const read = await handlers['annotations.get']({ ids: [id] }, AS_PAGE);
    if (!read.ok) return tell(read, id, tabId);
    const request = { id, patch: change(read.value.annotations[id]), paper: nothingKnown(id) };
    await tell(await handlers['annotation.patch'](request, AS_PAGE), id, tabId);
  }

  return {
    toggleStar: (id, tabId) => patch(id, tabId, (known) => ({ starred: !known?.starred })),
    toggleToRead: (id, tabId) =>
      patch(id, tabId, (known) => ({ status: known?.status === 'to-read' ? null : 'to-read' })),
    star: (id, tabId) => patch(id, tabId, () => ({ starred: true })),
    markToRead: (id, tabId) => patch(id, tabId, () => ({ status: 'to-read' })),
    async textOf(id, as, tabId) {
      const copied = await handlers['paper.copy']({ id, as, paper: nothingKnown(id) }, AS_PAGE);
      if (!copied.ok) await tell(copied, id, tabId);
      return copied.ok ? copied.value.text : null;
    },
  };
}
