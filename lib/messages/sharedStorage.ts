import { browser } from 'wxt/browser';

/**
 * The storage that content scripts share with the rest of us: for what is announced and left behind, nothing else.
 * `storage.local`, where the copy of the library lies, is closed to them (`closeStorage`). Firefox has no such lock.
 */
export function sharedStorage(): typeof browser.storage.local {
  return import.meta.env.FIREFOX ? browser.storage.local : browser.storage.session;
}

/** Calls back with each new value of a key, wherever it was set, until the signal aborts. */
export function watchShared(
  key: string,
  heard: (value: unknown) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (changes[key]) heard(changes[key].newValue);
  };
  sharedStorage().onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    // Where an update has left this script behind, there is nothing to hear any more, and asking would throw.
    if (browser.runtime?.id === undefined) return;
    sharedStorage().onChanged.removeListener(listener);
  });
}

/**
 * Opens to content scripts what they share and closes the rest, so that a page that took over its renderer reads no
 * note (docs/decisions/0016). Called by the worker whenever it starts: the browser keeps one of the two for a session only.
 */
export async function closeStorage(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  await browser.storage.session.setAccessLevel({
    accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS',
  });
  await browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
