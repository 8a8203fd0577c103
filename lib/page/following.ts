/** What runs on one page of a site, until its signal aborts. */
export type PageWork = (signal: AbortSignal) => void;

/**
 * Starts a page's work when its address becomes that of a listing and ends it when it is one no longer;
 * from one listing to another it goes on, as the cards do.
 * @param isListing whether an address is a listing
 * @returns to be called at the start and whenever the address may have changed
 */
export function followAddress(
  isListing: (url: URL) => boolean,
  work: PageWork,
  ended: AbortSignal,
): (address: string) => void {
  let life: AbortController | null = null;
  ended.addEventListener('abort', () => life?.abort());
  return (address) => {
    const wanted = !ended.aborted && isListing(new URL(address));
    if (wanted === (life !== null)) return;
    life?.abort();
    life = wanted ? new AbortController() : null;
    if (life) work(life.signal);
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
  if ('navigation' in window) {
    window.navigation.addEventListener('currententrychange', look, { signal });
  } else {
    const timer = setInterval(look, LOOK_AGAIN);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
}
