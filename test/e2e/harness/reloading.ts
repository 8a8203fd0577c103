import type { Asterism } from './launch.ts';
import { until } from './until.ts';

/** Reloads the extension, as an update does, and waits until its new worker runs. Its own pages are closed by that. */
export async function reloadExtension(asterism: Asterism): Promise<void> {
  const old = asterism.worker();
  await old.evaluate('setTimeout(() => chrome.runtime.reload())');
  await until(
    'the worker after the reload',
    () =>
      asterism.context
        .serviceWorkers()
        .find((worker) => worker !== old && worker.url() === old.url()),
    20_000,
  );
}
