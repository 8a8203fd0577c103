import type { Send } from '../messages/delivery';
import { failureText } from '../text/failureText';
import { text } from '../text/text';
import type { LoadedEditor, MakeEditing } from './lateEditing';
import type { Notify } from './notices';

declare global {
  // Of the world of our content scripts: the page has another one.
  var asterismEditing: MakeEditing | undefined;
}

/**
 * Asks the worker to put the editor's script into this page; it is there when the worker answers.
 * @param notify says why the editor cannot be had
 */
export async function loadEditor(
  send: Send<'editor.load'>,
  notify: Notify,
): Promise<LoadedEditor | null> {
  const answer = await send('editor.load', {});
  if (!answer.ok) {
    notify(answer.code === 'orphaned' ? failureText(answer.code) : text('editorNotLoaded'));
  }
  const make = globalThis.asterismEditing;
  return make && answer.ok ? { make, singleKeys: answer.value.singleKeys } : null;
}
