import { browser } from 'wxt/browser';

const KEY = 'clock';

/** How long a clock must go on showing a time before anything expires by it. */
export const TRUSTED_MS = 3 * 86_400_000;

/**
 * The time by which things expire: what the clock showed three days ago or longer, and has not gone back behind since; null
 * where that is not known. Whose clock runs a year ahead for some days loses nothing, and what is due goes some days late.
 */
export async function expiryTime(now: () => Date): Promise<Date | null> {
  const time = now().getTime();
  const stored = toStored((await browser.storage.local.get(KEY))[KEY]);
  let { trusted, at } = stored ?? { trusted: null, at: time };
  if (time < at) {
    if (trusted !== null && trusted > time) trusted = null;
    at = time;
  } else if (time - at >= TRUSTED_MS) {
    trusted = at;
    at = time;
  }
  if (stored === null || stored.at !== at || stored.trusted !== trusted) {
    await browser.storage.local.set({ [KEY]: { trusted, at } });
  }
  return trusted === null ? null : new Date(trusted);
}

function toStored(value: unknown): { trusted: number | null; at: number } | null {
  if (typeof value !== 'object' || value === null || !('at' in value)) return null;
  const trusted = 'trusted' in value && typeof value.trusted === 'number' ? value.trusted : null;
  return typeof value.at === 'number' ? { trusted, at: value.at } : null;
}
