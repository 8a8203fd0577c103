import type { Send } from '../messages/delivery';
import type { Result } from '../messages/result';
import type { MakeEditing } from './lateEditing';

declare global {
  // Of the world of our content scripts: the page has another one.
  var asterismEditing: MakeEditing | undefined;
}

/** Asks the worker to put the editor's script into this page; it is there when the worker answers. */
export async function loadEditor(send: Send<'editor.load'>): Promise<Result<MakeEditing>> {
  const answer = await send('editor.load', {});
  if (!answer.ok) return answer;
  const make = globalThis.asterismEditing;
  return make ? { ok: true, value: make } : { ok: false, code: 'missing', detail: 'editor' };
}
