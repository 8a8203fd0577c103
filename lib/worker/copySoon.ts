import { onWritten } from '../store/changeTracking';
import type { AsterismDatabase } from '../store/database';
import { codeOf } from '../store/failures';
import { isDiskFull } from '../store/quota';
import type { Copying } from './copying';
import { createPace } from './slices';
import { whenQuiet } from './whenQuiet';

/** How long nothing must have changed before it is copied, and how long the copy waits for that at most. */
const PATIENCE = { quietMs: 700, mostMs: 60_000 };

/** How long the worker is left in peace before the journal is folded, in milliseconds. */
const FOLD = 10_000;

/** Times that a database is not read before a restore is offered. */
const TRIES = 3;

/** What changes the copy. */
const COPIED = ['bookmarks', 'searches', 'colours', 'dismissed'];

/**
 * Copies what was changed, a moment after it was answered, and what an earlier worker has left: not in the midst of a
 * command for 10,000 papers, with which it would share the disk. The worker is stopped after 30 s without an event: the
 * journal is folded before, or by the next one; then comes `afterwards`. Returns the way to stop.
 */
export function copySoon(
  db: AsterismDatabase,
  copying: Copying,
  log: (where: string, error: unknown) => void,
  afterwards: () => Promise<void> = async () => {},
): () => void {
  let foldTimer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let failures = 0;
  const copies = whenQuiet(() => inTurn(copy), PATIENCE, createPace().time);

  function inTurn(work: () => Promise<void>): Promise<void> {
    running = running.then(work).catch((error: unknown) => log('copying', error)); // tried again at the next change
    return running;
  }

  async function copy(): Promise<void> {
    try {
      const { waits } = await copying.copy();
      failures = 0;
      clearTimeout(foldTimer);
      if (waits) foldTimer = setTimeout(() => void inTurn(fold), FOLD);
      else await afterwards();
    } catch (error) {
      // On a full disk it cannot be opened, and is there all the same.
      if (codeOf(error) !== 'storage' || (await isDiskFull())) throw error;
      failures += 1;
      if (failures < TRIES) copies.schedule();
      else await copying.offerUnread();
      throw error;
    }
  }

  async function fold(): Promise<void> {
    await copying.fold();
    await afterwards();
  }

  const stop = onWritten(db, COPIED, copies.schedule);
  copies.schedule();
  return () => {
    stop();
    copies.stop();
    clearTimeout(foldTimer);
  };
}
