import { browser } from 'wxt/browser';
import type { Request } from './messages';

// A message to a worker that is still starting dies with the page that sent it. What a page leaves in storage.local stays,
// and the write wakes the worker (docs/decisions/0012).
const PREFIX = 'outbox.';

/** Leaves an edit that nobody has answered yet for the worker; to be called when the page goes away. */
export function leaveBehind(request: Request<'annotation.patch'>): void {
  // Nobody is left to hear of a failure; the message may have arrived all the same.
  void browser.storage.local.set({ [PREFIX + crypto.randomUUID()]: request }).catch(() => {});
}

/**
 * Hands what pages left behind to the worker, now and whenever a page leaves something. Each edit is forgotten when
 * `carryOut` is done with it, whatever came of it: it does the same when carried out twice.
 */
export function takeOutbox(carryOut: (request: unknown) => Promise<unknown>): void {
  const take = async (entries: [string, unknown][]): Promise<void> => {
    for (const [key, request] of entries) {
      // A removal is a change to nothing.
      if (!key.startsWith(PREFIX) || request === undefined || request === null) continue;
      await carryOut(request);
      await browser.storage.local.remove(key);
    }
  };
  browser.storage.local.onChanged.addListener((changes) => {
    void take(Object.entries(changes).map(([key, { newValue }]) => [key, newValue]));
  });
  void browser.storage.local.get().then((all) => take(Object.entries(all)));
}
