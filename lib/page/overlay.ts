import type { createEditorPopover, EditorPopover } from './editorPopover';
import { createNotices, type Notify } from './notices';

/** What we show above the page: one editor at a time, and notices. */
export interface Overlay extends EditorPopover {
  /** Loads the editor, which will be needed in a moment. */
  prepare(): void;
  notify: Notify;
}

/** Loads what makes the editor; null where it cannot be had, which was said. */
export type LoadEditor = () => Promise<typeof createEditorPopover | null>;

/** See `Overlay`. The editor is most of our code on a page and most pages are left without it: it is loaded when it is needed. */
export function createOverlay(document: Document, load: LoadEditor, signal: AbortSignal): Overlay {
  let notify: Notify | undefined;
  let editor: EditorPopover | undefined;
  let isLoading = false;
  let wanted: Parameters<EditorPopover['edit']> | undefined;

  async function prepare(): Promise<void> {
    if (editor || isLoading) return;
    isLoading = true;
    const create = await load();
    isLoading = false;
    if (signal.aborted) return;
    if (create) editor = create(document, signal);
    const asked = wanted;
    wanted = undefined;
    if (editor && asked) editor.edit(...asked);
    else asked?.[2]();
  }

  return {
    prepare: () => void prepare(),
    edit(...asked) {
      if (editor) return editor.edit(...asked);
      wanted = asked;
      void prepare();
    },
    close() {
      editor?.close();
      const asked = wanted;
      wanted = undefined;
      asked?.[2]();
    },
    notify(sentence) {
      notify ??= createNotices(document, signal);
      notify(sentence);
    },
  };
}
