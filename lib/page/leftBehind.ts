import { MARK } from './host';
import { SHADE } from './shading';

/** An element as Firefox gives it to an extension. */
interface Opened extends Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/**
 * Takes away what an older script of ours has left in the page: Firefox ends it before it can hear that a newer one has
 * started, and its controls would stand beside ours.
 * @returns the note in the editor that was open, which nobody may have saved; empty where there was none
 */
export function takeLeftBehind(document: Document): string {
  let note = '';
  for (const host of document.querySelectorAll<Opened>(`[${MARK}]`)) {
    note ||= host.openOrClosedShadowRoot?.querySelector('textarea')?.value ?? '';
    host.remove();
  }
  for (const card of document.querySelectorAll(`[${SHADE}]`)) card.removeAttribute(SHADE);
  return note;
}
