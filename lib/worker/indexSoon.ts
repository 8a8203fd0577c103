import { onTouched } from '../store/changeTracking';
import type { AsterismDatabase } from '../store/database';
import { ENOUGH, indexPapers } from './indexing';
import { createPace } from './slices';

/** How long nothing must have been touched before the worker indexes, and how long it waits for that at most. */
const QUIET_MS = 500;
const MOST_MS = 30_000;

/**
 * Indexes what was touched, when the writing is over (a command for 10,000 papers would share the disk and take three
 * times as long), and what an earlier worker has left undone. Returns the way to stop.
 */
export function indexSoon(
  db: AsterismDatabase,
  log: (where: string, error: unknown) => void,
): () => void {
  const pace = createPace();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  let isRunning = false;
  let isDue = false;

  async function run(): Promise<void> {
    timer = undefined;
    waitingSince = undefined;
    if (isRunning) {
      isDue = true;
      return;
    }
    isRunning = true;
    try {
      await indexPapers(db, pace, ENOUGH, log);
    } catch (error) {
      log('indexing', error); // tried again at the next touch
    }
    isRunning = false;
    if (isDue) schedule();
    isDue = false;
  }

  function schedule(): void {
    const time = pace.time();
    waitingSince ??= time;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(QUIET_MS, waitingSince + MOST_MS - time)));
  }

  const stop = onTouched(db, schedule);
  schedule();
  return () => {
    stop();
    clearTimeout(timer);
  };
}
