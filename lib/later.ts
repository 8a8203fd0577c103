/** A part of the extension that is loaded when it is first wanted, and kept. */
export interface Later<T> {
  /** The part; null until it is there. */
  now(): T | null;
  load(): Promise<T>;
}

/** See `Later`. What could not be loaded is loaded again when it is wanted again. */
export function later<T>(load: () => Promise<T>): Later<T> {
  let loaded: { part: T } | null = null;
  return {
    now: () => loaded?.part ?? null,
    async load() {
      loaded ??= { part: await load() };
      return loaded.part;
    },
  };
}
