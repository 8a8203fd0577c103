import { readSetting, watchSetting } from '../settings/stored';
import { onTouched } from '../store/changeTracking';
import { forgetRanking } from '../store/commands/ranking';
import type { AsterismDatabase } from '../store/database';
import { rankPapers } from './ranking';
import { createPace } from './slices';
import { whenQuiet } from './whenQuiet';

/** After the indexing, which a search waits for, and before a worker without an event is stopped (30 s). */
const PATIENCE = { quietMs: 3_000, mostMs: 20_000 };

/**
 * Learns what fits the reader when the library has changed enough, and forgets it when the reader switches that off.
 * Returns the way to stop.
 */
export function rankSoon(
  db: AsterismDatabase,
  log: (where: string, error: unknown) => void,
): () => void {
  const pace = createPace();
  const stopping = new AbortController();
  const ranking = whenQuiet(rank, PATIENCE, pace.time);

  async function rank(): Promise<void> {
    try {
      if (await readSetting('ranking')) await rankPapers(db, pace, log);
      if (!(await readSetting('ranking'))) await forgetRanking(db); // perhaps just switched off
    } catch (error) {
      log('ranking', error); // tried again at the next touch
    }
  }

  const stop = onTouched(db, ranking.schedule);
  watchSetting('ranking', ranking.schedule, stopping.signal);
  ranking.schedule();
  return () => {
    stop();
    stopping.abort();
    ranking.stop();
  };
}
