import { keepListening } from './listening';
import { dispatchOwn } from './madeUp';

/** What says what is typed, pasted or dragged: these events leave a closed root with their text. */
const TELLING =
  'keydown keypress keyup beforeinput textInput input compositionstart compositionupdate ' +
  'compositionend copy cut paste dragstart drop';

/** What our scripts put on an element of ours; a page's scripts live in another world and see nothing of it. */
export interface Hearing {
  hear?: (event: Event) => void;
}

/**
 * Keeps what is typed in an element of ours from listeners of the page, those that capture included: to be called
 * before the page has any, and as soon as it has lost ours. What the element has to know it is told (docs/decisions/0017).
 */
export function keepTyping(window: Window): void {
  keepListening(window.document, () => {
    for (const type of TELLING.split(' ')) window.addEventListener(type, keep, true);
  });
}

function keep(event: Event): void {
  const { hear } = event.target as Hearing; // of every event, something that may have been given one
  if (!hear) return;
  event.stopImmediatePropagation();
  if (event.isTrusted) hear(event); // the page's script made up the others
}

/** Tells the field that has the focus of an event that was kept; what it prevents is prevented. */
export function hearIn(root: ShadowRoot): Required<Hearing> {
  return {
    hear(event) {
      // All that our fields ask of any; what an event does not have stays as it is without.
      const { type, key, shiftKey, ctrlKey, metaKey, isComposing } = event as KeyboardEvent;
      // Not composed, so that it stays within the root. Firefox makes every KeyboardEvent a composed one.
      const told = new Event(type, { bubbles: true, cancelable: true });
      Object.assign(told, { key, shiftKey, ctrlKey, metaKey, isComposing });
      const field = root.activeElement;
      if (!field || !dispatchOwn(field, told)) event.preventDefault();
    },
  };
}
