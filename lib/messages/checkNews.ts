import { browser } from 'wxt/browser';
import { CHECK_STEPS, type CheckStep } from './syncMessages';

// In storage.session: pages hear of it at once, and a browser that is closed forgets it.
const KEY = 'syncCheck';

/** Tells pages which steps of a place's check are done; null: it is over. Called by the worker. */
export async function tellCheck(done: readonly CheckStep[] | null): Promise<void> {
  if (done) await browser.storage.session.set({ [KEY]: done });
  else await browser.storage.session.remove(KEY);
}

/** Calls back with the steps that are done, whenever one is, until the signal aborts. For extension pages. */
export function onCheckNews(heard: (done: CheckStep[]) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const said = changes[KEY]?.newValue;
    if (Array.isArray(said)) heard(CHECK_STEPS.filter((step) => said.includes(step)));
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () =>
    browser.storage.session.onChanged.removeListener(listener),
  );
}
