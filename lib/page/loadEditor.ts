import type { Send } from '../messages/delivery';
import { failureText } from '../text/failureText';
import { text } from '../text/text';
import type { createEditorPopover } from './editorPopover';
import type { LoadEditor } from './overlay';

declare global {
  // Of the world of our content scripts: the page has another one.
  var asterismEditor: typeof createEditorPopover | undefined;
}

/**
 * Asks the worker to put the editor's script into this page; it is there when the worker answers.
 * @param notify says why the editor cannot be had
 */
export function createEditorLoader(
  send: Send<'editor.load'>,
  notify: (sentence: string) => void,
): LoadEditor {
  return async () => {
    if (!globalThis.asterismEditor) {
      const answer = await send('editor.load', {});
      if (!answer.ok) {
        notify(answer.code === 'orphaned' ? failureText(answer.code) : text('editorNotLoaded'));
      }
    }
    return globalThis.asterismEditor ?? null;
  };
}
