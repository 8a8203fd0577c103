import type { Page } from 'playwright';
import { type Restored, restore } from '../../../lib/backup/restoring.ts';

/** What would be restored from the copy outside of the database, by the product's own reading of it. */
export async function presentCopy(page: Page): Promise<Restored | null> {
  const all = await page.evaluate<Record<string, unknown>>('chrome.storage.local.get(null)');
  const get = async (keys: string | string[]): Promise<Record<string, unknown>> =>
    Object.fromEntries([keys].flat().flatMap((key) => (key in all ? [[key, all[key]]] : [])));
  return restore({ get }, 'present');
}
