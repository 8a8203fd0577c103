import { browser } from 'wxt/browser';
import { readSetting } from '../settings/stored';
import { purgeTrash } from '../store/commands/emptyTrash';
import { evict } from '../store/commands/evict';
import type { AsterismDatabase } from '../store/database';
import { expiryTime } from './expiring';

const KEY = 'evictedAt';
const HOUR_MS = 3_600_000;

/**
 * Evicts by the policy and purges the trash, at most once an hour. When it last did is in `storage.local`, since the
 * worker may be stopped at any moment; it is written afterwards, so that what was cut short is soon tried again.
 */
export function createEviction(db: AsterismDatabase, now: () => Date): () => Promise<void> {
  let last: number | null = null;
  let running = false;
  return async () => {
    if (running || (last !== null && isRecent(last, now))) return;
    running = true;
    try {
      const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
      last = typeof stored === 'number' ? stored : null;
      if (last !== null && isRecent(last, now)) return;
      const expiry = await expiryTime(now);
      await evict(db, await readSetting('history'), expiry);
      if (expiry !== null) await purgeTrash(db, expiry);
      last = now().getTime();
      await browser.storage.local.set({ [KEY]: last });
    } finally {
      running = false;
    }
  };
}

/** A time in the future, from a clock that was set back, is not recent. */
function isRecent(time: number, now: () => Date): boolean {
  const age = now().getTime() - time;
  return age >= 0 && age < HOUR_MS;
}
