import type { Place } from '../../lib/views/library/navigating';

/** Browsers refuse an address that changes more often for long (a key that is held down), in milliseconds. */
const PACE = 250;

/**
 * The page's address. What replaces it is written at once, and soon after that only after a moment, or before anything
 * else happens to it.
 * `onArrive`: the browser went back or forward, or the reader changed the address. `forget` ends all that.
 */
export function addressBar(
  window: Window,
  onArrive: () => void,
  forget?: AbortSignal,
): Place & { flush(): void } {
  let waiting: { hash: string; timer: number } | null = null;
  let last = Number.NEGATIVE_INFINITY;

  function arrive(): void {
    window.clearTimeout(waiting?.timer); // it was for the place that was left
    waiting = null;
    onArrive();
  }
  window.addEventListener('popstate', arrive, forget ? { signal: forget } : {});
  forget?.addEventListener('abort', () => window.clearTimeout(waiting?.timer));

  function write(hash: string): void {
    window.history.replaceState(null, '', hash);
    last = window.performance.now();
  }

  function flush(): void {
    if (waiting === null) return;
    window.clearTimeout(waiting.timer);
    write(waiting.hash);
    waiting = null;
  }

  return {
    read: () => window.location.hash,
    push(hash) {
      flush();
      window.history.pushState(null, '', hash);
    },
    replace(hash) {
      if (waiting !== null) waiting.hash = hash;
      else if (window.performance.now() - last > PACE) write(hash);
      else waiting = { hash, timer: window.setTimeout(flush, PACE) };
    },
    flush,
  };
}
