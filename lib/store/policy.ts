import { browser } from 'wxt/browser';
import { type CachePolicy, cachePolicySchema } from '../messages/contract';

const KEY = 'cachePolicy';

/** A year back, and no more than about 50 MB. */
export const DEFAULT_POLICY: CachePolicy = { maxAgeDays: 365, maxPapers: 20_000 };

/** How much the history keeps: what the reader has set, else the default. */
export async function readPolicy(): Promise<CachePolicy> {
  const stored = await browser.storage.local.get(KEY);
  const read = cachePolicySchema.safeParse(stored[KEY]);
  return read.success ? read.data : DEFAULT_POLICY;
}

/** Sets how much the history keeps. */
export async function writePolicy(policy: CachePolicy): Promise<void> {
  await browser.storage.local.set({ [KEY]: policy });
}
