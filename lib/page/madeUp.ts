/** Everything that something in our roots listens to and that acts. */
const ACTING = 'click pointerdown keydown beforeinput input change compositionend copy paste drop';

/** What our scripts put on an event of their own; a page's scripts live in another world and cannot. */
interface Own extends Event {
  isOurs?: true;
}

/** Dispatches an event of our own in one of our roots. Gives false where what it does by itself is prevented. */
export function dispatchOwn(target: Element, event: Event): boolean {
  const own: Own = Object.assign(event, { isOurs: true as const });
  return target.dispatchEvent(own);
}

/**
 * Keeps events that a page's script has made up from what is in a closed root. Needed in Firefox alone, which hands the
 * nodes of closed roots to whoever listens (docs/decisions/0017).
 */
export function refuseMadeUp(root: ShadowRoot): void {
  for (const type of ACTING.split(' ')) root.addEventListener(type, refuse, true);
}

function refuse(event: Own): void {
  if (event.isTrusted || event.isOurs) return;
  event.stopImmediatePropagation();
  event.preventDefault(); // a radio that is clicked is checked without being heard
}
