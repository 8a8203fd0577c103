import type { Request } from './messages';
import { sharedStorage } from './sharedStorage';

// A message to a worker that is still starting dies with the page that sent it. What a page leaves in a storage stays,
// and the write wakes the worker (docs/decisions/0012).
const PREFIX = 'outbox.';

let left = 1e6; // so that as text they are in order too

/** Leaves an edit that nobody has answered yet for the worker; to be called when the page goes away, `at` this time. */
export function leaveBehind(request: Request<'annotation.patch'>, at: Date): void {
  // Nobody is left to hear of a failure; the message may have arrived all the same.
  void sharedStorage()
    .set({ [`${PREFIX}${at.getTime()}.${left++}.${crypto.randomUUID()}`]: request })
    .catch(() => {});
}

/**
 * Hands what pages left behind to the worker, now and whenever a page leaves something. Each edit is forgotten when
 * `carryOut` is done with it, whatever came of it: it does the same when carried out twice. Resolves when what was there
 * at the start is carried out, in the order in which it was left.
 */
export function takeOutbox(carryOut: (request: unknown) => Promise<unknown>): Promise<void> {
  const take = async (entries: [string, unknown][]): Promise<void> => {
    for (const [key, request] of entries) {
      // A removal is a change to nothing.
      if (!key.startsWith(PREFIX) || request === undefined || request === null) continue;
      await carryOut(request);
      await sharedStorage().remove(key);
    }
  };
  sharedStorage().onChanged.addListener((changes) => {
    void take(Object.entries(changes).map(([key, { newValue }]) => [key, newValue]));
  });
  return leftKeys()
    .then((keys) => sharedStorage().get(keys))
    .then((found) => take(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Keys of what was left. In Firefox the copy of the library is in there too, more than one call may read. */
async function leftKeys(): Promise<string[] | null> {
  const shared = sharedStorage();
  // Before Chrome 130 and Firefox 143 keys cannot be had without values.
  if (!('getKeys' in shared)) return null;
  return (await shared.getKeys()).filter((key) => key.startsWith(PREFIX));
}
