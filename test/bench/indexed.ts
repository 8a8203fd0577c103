import type { Page } from 'playwright';
import { until } from '../e2e/harness/until.ts';

/** Fewer papers than this are left to the pages to index (lib/worker/indexing.ts). */
const ENOUGH = 250;
const LONGEST_MS = 3_600_000;

/** Waits until the worker has indexed what there is to index and has been quiet for a second. */
export async function untilIndexed(page: Page): Promise<void> {
  let last = '';
  let since = performance.now();
  await until(
    () => `the search index; it is at ${last}`,
    async () => {
      const { untold, version } = await page.evaluate(stateOfIndex);
      const state = `version ${version}, ${untold} papers to do`;
      if (state !== last) since = performance.now();
      last = state;
      const isQuiet = version >= 0 && untold < ENOUGH && performance.now() - since > 1_000;
      return isQuiet ? true : undefined;
    },
    LONGEST_MS,
  );
}

/** Runs in an extension page. The version is -1 where there is no database yet. */
async function stateOfIndex(): Promise<{ untold: number; version: number }> {
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'asterism')) return { untold: 0, version: -1 };
  const db = await result(indexedDB.open('asterism'));
  try {
    if (!db.objectStoreNames.contains('touched')) return { untold: 0, version: -1 };
    const reading = db.transaction(['indexState', 'touched']);
    const state = await result(reading.objectStore('indexState').get(1));
    const range = IDBKeyRange.lowerBound(state?.through ?? 0, true);
    const touched: { ids: string[] }[] = await result(reading.objectStore('touched').getAll(range));
    const untold = new Set(touched.flatMap(({ ids }) => ids)).size;
    return { untold, version: state?.version ?? 0 };
  } finally {
    db.close();
  }
}
