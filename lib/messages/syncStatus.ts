import { browser } from 'wxt/browser';
import { isSyncNews } from './syncAnswers';
import type { SyncNews } from './syncMessages';

// In storage.local, absent where sync is off: a page looks there late and wakes nobody. No address and no password is in it.
const KEY = 'syncStatus';

/** Tells pages how this machine is with the others; null: sync is off. Called by the worker. */
export async function tellSyncNews(news: SyncNews | null): Promise<void> {
  if (news) await browser.storage.local.set({ [KEY]: news });
  else await browser.storage.local.remove(KEY);
}

/** How this machine is with the others, as the worker last told; null: sync is off. For extension pages. */
export async function readSyncNews(): Promise<SyncNews | null> {
  const { [KEY]: news } = await browser.storage.local.get(KEY);
  return isSyncNews(news) ? (news as SyncNews) : null; // as checked
}

/** Calls back with whatever is told, until the signal aborts. For extension pages. */
export function onSyncNews(heard: (news: SyncNews | null) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (!(KEY in changes)) return;
    const news = changes[KEY]?.newValue;
    heard(isSyncNews(news) ? (news as SyncNews) : null); // as checked
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
