import type { PaperId } from '../papers/ids';
import type { SearchDocument } from '../search/document';
import { building } from '../search/index/build';
import { indexState, noteAttempt } from '../store/commands/indexing';
import type { AsterismDatabase } from '../store/database';
import { inSlices, type Pace } from './slices';

/** Workers are stopped at any time, mostly for no fault of what they do. So many in one attempt are not an accident. */
const MOST_DEATHS = 2;

/**
 * Notes that some papers are about to be indexed, and gives those of which the words cannot be read: each that was touched
 * since it was found so gets another try. Where several workers died in turn while they indexed, each paper is read by
 * itself first; one of which several die is not tried any more. `portions` gives what there is to read of the papers.
 */
export async function beginAttempt(
  db: AsterismDatabase,
  ids: readonly PaperId[],
  portions: () => AsyncIterable<SearchDocument[]>,
  { pace, log }: { pace: Pace; log: (where: string, error: unknown) => void },
): Promise<Set<PaperId>> {
  const { attempt, unreadable: known = [] } = await indexState(db);
  const touched = new Set(ids);
  const unreadable = new Set(known.filter((id) => !touched.has(id)));
  const suspect = attempt?.paper ?? null;
  const deaths = attempt?.times ?? 0;
  if (suspect !== null && deaths >= MOST_DEATHS) {
    unreadable.add(suspect);
    log(`indexing ${suspect}`, new Error('the worker never came to its end'));
  } else if (suspect !== null) await readAlone((id) => id === suspect, deaths + 1);
  const isSuspicious = suspect !== null || deaths >= MOST_DEATHS;
  if (isSuspicious) await readAlone((id) => id !== suspect && !unreadable.has(id), 1);
  await noteAttempt(db, { paper: null, times: isSuspicious ? 1 : deaths + 1 });
  return unreadable;

  async function readAlone(isMeant: (id: PaperId) => boolean, times: number): Promise<void> {
    for await (const documents of portions()) {
      for (const document of documents.filter(({ id }) => isMeant(id))) {
        await noteAttempt(db, { paper: document.id, times });
        await inSlices(building([document]), pace);
      }
    }
  }
}
