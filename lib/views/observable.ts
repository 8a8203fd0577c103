/** Something that can be watched: a component reads it, and is told when to read it again. */
export interface Observable {
  /** Calls back after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** Those who watch one thing. */
export function createObservers(): Observable & { notify(): void } {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notify() {
      for (const listener of listeners) listener();
    },
  };
}
