import type { Page } from 'playwright';
import { until } from '../e2e/harness/until.ts';

/** Fewer papers than this are left to the pages to index (lib/worker/indexing.ts). */
const ENOUGH = 250;
const LONGEST_MS = 3_600_000;

/** Waits until the worker has indexed and copied what there is, and has been quiet for a second. */
export async function untilIndexed(page: Page): Promise<void> {
  let last = '';
  let since = performance.now();
  await until(
    () => `the search index and the copy; they are at ${last}`,
    async () => {
      const { untold, version, uncopied } = await page.evaluate(stateOfIndex);
      const copied = await page.evaluate('chrome.storage.local.getBytesInUse()');
      const state = `version ${version}, ${untold} papers to index, ${uncopied} changes to copy after ${copied} bytes`;
      if (state !== last) since = performance.now();
      last = state;
      const isDone = version >= 0 && untold < ENOUGH && uncopied === 0;
      return isDone && performance.now() - since > 1_000 ? true : undefined;
    },
    LONGEST_MS,
  );
}

/** Runs in an extension page. The version is -1 where there is no database yet. */
async function stateOfIndex(): Promise<{ untold: number; version: number; uncopied: number }> {
  const nothing = { untold: 0, version: -1, uncopied: 0 };
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'asterism')) return nothing;
  const db = await result(indexedDB.open('asterism'));
  try {
    if (!db.objectStoreNames.contains('copyState')) return nothing;
    const reading = db.transaction(['indexState', 'touched', 'copyState', 'uncopied']);
    // A library that was not copied whole has no name yet.
    const named = await result(reading.objectStore('copyState').count());
    const uncopied = named === 0 ? 1 : await result(reading.objectStore('uncopied').count());
    const state = await result(reading.objectStore('indexState').get(1));
    const range = IDBKeyRange.lowerBound(state?.through ?? 0, true);
    const touched: { ids: string[] }[] = await result(reading.objectStore('touched').getAll(range));
    const untold = new Set(touched.flatMap(({ ids }) => ids)).size;
    return { untold, version: state?.version ?? 0, uncopied };
  } finally {
    db.close();
  }
}
