/**
 * Starts a page's work when its address becomes one that is read, and ends it when it is one no longer. From one listing
 * to another it goes on, as the cards do.
 * @param kindOf what an address shows, or null
 * @param work what runs on a page of a kind until its signal aborts
 * @returns to be called at the start and whenever the address may have changed
 */
export function followAddress<Kind extends string>(
  kindOf: (url: URL) => Kind | null,
  work: (kind: Kind, signal: AbortSignal) => void,
  ended: AbortSignal,
): (address: string) => void {
  let life: AbortController | null = null;
  let running: Kind | null = null;
  ended.addEventListener('abort', () => life?.abort());
  return (address) => {
    const kind = ended.aborted ? null : kindOf(new URL(address));
    if (kind === running) return;
    life?.abort();
    running = kind;
    life = kind === null ? null : new AbortController();
    if (kind !== null && life) work(kind, life.signal);
  };
}

/** Milliseconds between two looks at the address, where the browser has no Navigation API (Firefox before 147). */
const LOOK_AGAIN = 1_000;

/**
 * Calls back with the page's address when it may have changed without a load, until the signal aborts. Not when a link
 * is pressed: the page may stay, or come back as it was left.
 */
export function watchAddress(heard: (address: string) => void, signal: AbortSignal): void {
  const look = (): void => heard(location.href);
  if (!import.meta.env.FIREFOX || 'navigation' in window) {
    window.navigation.addEventListener('currententrychange', look, { signal });
  } else {
    const timer = setInterval(look, LOOK_AGAIN);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
}
