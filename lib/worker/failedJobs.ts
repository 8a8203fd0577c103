import { browser } from 'wxt/browser';

// In storage.session, which needs no disk: a full one is why a job fails and cannot be taken back either.

const keyOf = (job: string): string => `failed.${job}`;

/** Notes that a job's sender was told that it failed: what it did is to be taken back, by whichever worker can. */
export function noteFailed(job: string): Promise<void> {
  return browser.storage.session.set({ [keyOf(job)]: true });
}

/** What a job did was taken back. */
export function forgetFailed(job: string): Promise<void> {
  return browser.storage.session.remove(keyOf(job));
}

/** Whether a job failed, and what it did was not taken back yet. */
export async function hasFailed(job: string): Promise<boolean> {
  return (await browser.storage.session.get(keyOf(job)))[keyOf(job)] === true;
}
