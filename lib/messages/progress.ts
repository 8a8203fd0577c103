import { browser } from 'wxt/browser';

/** How far a command for many papers is. */
export interface Progress {
  done: number;
  total: number;
}

// In storage.session: pages hear of it at once, and a browser that is closed forgets it.
const keyOf = (job: string): `progress.${string}` => `progress.${job}`;

/** Tells pages how far a job is; null when it is over. Called by the worker. */
export async function reportProgress(job: string, progress: Progress | null): Promise<void> {
  if (progress) await browser.storage.session.set({ [keyOf(job)]: progress });
  else await browser.storage.session.remove(keyOf(job));
}

/** Calls back whenever a job gets on, until the signal aborts. For extension pages. */
export function onProgress(
  job: string,
  heard: (progress: Progress) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const said = changes[keyOf(job)]?.newValue;
    if (typeof said !== 'object' || said === null || !('done' in said && 'total' in said)) return;
    const { done, total } = said;
    if (typeof done === 'number' && typeof total === 'number') heard({ done, total });
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () =>
    browser.storage.session.onChanged.removeListener(listener),
  );
}
