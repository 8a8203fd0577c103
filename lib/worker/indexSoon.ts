import type { AsterismDatabase } from '../store/database';
import { onTouched } from '../store/touching';
import { indexPapers } from './indexing';
import { createPace } from './slices';

/** How long the worker is left in peace before it indexes, in milliseconds. */
const SOON_MS = 500;

/** Indexes what was touched, a while after it was, and what an earlier worker has left undone. Returns the way to stop. */
export function indexSoon(
  db: AsterismDatabase,
  log: (where: string, error: unknown) => void,
): () => void {
  const pace = createPace();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isDue = false;

  async function run(): Promise<void> {
    timer = undefined;
    if (isRunning) {
      isDue = true;
      return;
    }
    isRunning = true;
    try {
      await indexPapers(db, pace);
    } catch (error) {
      log('indexing', error); // tried again at the next touch
    }
    isRunning = false;
    if (isDue) schedule();
    isDue = false;
  }

  function schedule(): void {
    timer ??= setTimeout(run, SOON_MS);
  }

  const stop = onTouched(db, schedule);
  schedule();
  return () => {
    stop();
    clearTimeout(timer);
  };
}
