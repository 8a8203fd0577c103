import { onWritten } from '../store/changeTracking';
import type { AsterismDatabase } from '../store/database';
import { codeOf } from '../store/failures';
import { isDiskFull } from '../store/quota';
import type { Copying } from './copying';

/** How long the worker is left in peace before a change is copied, and before the journal is folded, in milliseconds. */
export const SOON = { copy: 700, fold: 10_000 } as const;

/** Times that a database is not read before a restore is offered. */
const TRIES = 3;

/** What changes the copy. */
const COPIED = ['bookmarks', 'searches', 'colours', 'dismissed'];

/**
 * Copies what was changed, a moment after it was answered, and what an earlier worker has left. The worker is stopped
 * after 30 s without an event: the journal is folded before, or by the next one; then comes `afterwards`. Returns the
 * way to stop.
 */
export function copySoon(
  db: AsterismDatabase,
  copying: Copying,
  log: (where: string, error: unknown) => void,
  afterwards: () => Promise<void> = async () => {},
): () => void {
  let copyTimer: ReturnType<typeof setTimeout> | undefined;
  let foldTimer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let failures = 0;

  function inTurn(work: () => Promise<void>): void {
    running = running.then(work).catch((error: unknown) => log('copying', error)); // tried again at the next change
  }

  async function copy(): Promise<void> {
    copyTimer = undefined;
    try {
      const { waits } = await copying.copy();
      failures = 0;
      clearTimeout(foldTimer);
      if (waits) foldTimer = setTimeout(() => inTurn(fold), SOON.fold);
      else await afterwards();
    } catch (error) {
      // On a full disk it cannot be opened, and is there all the same.
      if (codeOf(error) !== 'storage' || (await isDiskFull())) throw error;
      failures += 1;
      if (failures < TRIES) schedule();
      else await copying.offerUnread();
      throw error;
    }
  }

  async function fold(): Promise<void> {
    await copying.fold();
    await afterwards();
  }

  function schedule(): void {
    copyTimer ??= setTimeout(() => inTurn(copy), SOON.copy);
  }

  const stop = onWritten(db, COPIED, schedule);
  schedule();
  return () => {
    stop();
    clearTimeout(copyTimer);
    clearTimeout(foldTimer);
  };
}
