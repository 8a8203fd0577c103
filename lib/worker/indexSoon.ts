import { onTouched } from '../store/changeTracking';
import type { AsterismDatabase } from '../store/database';
import { ENOUGH, indexPapers } from './indexing';
import { createPace } from './slices';
import { whenQuiet } from './whenQuiet';

/** How long nothing must have been touched before the worker indexes, and how long it waits for that at most. */
const PATIENCE = { quietMs: 500, mostMs: 60_000 };

/**
 * Indexes what was touched, when the writing is over (a command for 10,000 papers would share the disk and take three
 * times as long), and what an earlier worker has left undone. Returns the way to stop.
 */
export function indexSoon(
  db: AsterismDatabase,
  log: (where: string, error: unknown) => void,
): () => void {
  const pace = createPace();
  const indexing = whenQuiet(index, PATIENCE, pace.time);

  async function index(): Promise<void> {
    try {
      await indexPapers(db, pace, ENOUGH, log);
    } catch (error) {
      log('indexing', error); // tried again at the next touch
    }
  }

  const stop = onTouched(db, indexing.schedule);
  indexing.schedule();
  return () => {
    stop();
    indexing.stop();
  };
}
