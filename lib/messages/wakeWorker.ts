import { browser } from 'wxt/browser';

/** Starts the worker, which opens the database and brings it up to date; resolves when it has, or cannot. */
export async function wakeWorker(): Promise<void> {
  // Any message that reads: it is answered when the database is open. Who reads the database hears what is wrong.
  await browser.runtime.sendMessage({ name: 'tags.list', request: {} }).catch(() => {});
}
