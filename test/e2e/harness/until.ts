const POLL_MS = 25;

/**
 * Waits until `read` gives something else than undefined, and gives that. `wanted` ends the sentence of the error:
 * "Waited 10 s for <wanted>".
 */
export async function until<T>(
  wanted: string | (() => string),
  read: () => Promise<T | undefined> | T | undefined,
  timeoutMs = 10_000,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (performance.now() > end) {
      const what = typeof wanted === 'string' ? wanted : wanted();
      throw new Error(`Waited ${timeoutMs / 1000} s for ${what}, in vain.`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Looks for faults until there are none, as there may be while a page settles; gives those that stay. */
export async function untilNothing(
  look: () => Promise<string[]>,
  timeoutMs = 5_000,
): Promise<string[]> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found.length === 0 || performance.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
