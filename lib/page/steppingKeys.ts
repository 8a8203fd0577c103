import type { CardControl } from '../../components/card/control';

/**
 * Hears the keys that go from one new paper to the next (]) and the previous ([), until the signal aborts; as the keys of
 * cards never in a field, nor where the page has a use for them.
 * @param controls those on the page now
 */
export function hearSteps(
  controls: () => readonly CardControl[],
  go: (step: 1 | -1) => void,
  signal: AbortSignal,
): void {
  function onKey(event: KeyboardEvent): void {
    const step = event.defaultPrevented ? null : stepOf(event);
    const at = event.target as HTMLElement; // of a key, an element
    // A field within a component is not to be told from the component.
    if (!step || at.isContentEditable || !/^(html|body|a|button)$/.test(at.localName)) return;
    go(step);
  }

  /** A key in a control of ours goes no further: it is heard on its way there. */
  function onOwnKey(event: KeyboardEvent): void {
    const step = stepOf(event);
    if (!step || !controls().some((control) => hostOf(control) === event.target)) return;
    event.stopPropagation();
    go(step);
  }

  window.addEventListener('keydown', onKey, { signal });
  window.addEventListener('keydown', onOwnKey, { capture: true, signal });
}

/** Which way a key goes; null for any other. Many keyboards have these two behind AltGr. */
function stepOf(event: KeyboardEvent): 1 | -1 | null {
  const { key, isTrusted, ctrlKey, altKey, metaKey } = event;
  const isModified = metaKey || ((ctrlKey || altKey) && !event.getModifierState('AltGraph'));
  if (!isTrusted || isModified) return null;
  return key === ']' ? 1 : key === '[' ? -1 : null;
}

function hostOf({ element }: CardControl): Element | undefined {
  return (element.getRootNode() as Partial<ShadowRoot>).host; // where mounts put it
}
