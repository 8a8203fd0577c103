import type { CopyStorage } from '../../../lib/backup/storage';

/** A storage in memory that counts, and that dies when it is told to. */
export interface MemoryStorage extends CopyStorage {
  values: Map<string, unknown>;
  counts: { keysWritten: number; charactersWritten: number; keysRead: number; keysRemoved: number };
  /** Writes and removals that still succeed; what comes after fails, as if the worker were dead. */
  life: number;
}

export class Death extends Error {}

export function memoryStorage(): MemoryStorage {
  const values = new Map<string, unknown>();
  const storage: MemoryStorage = {
    values,
    counts: { keysWritten: 0, charactersWritten: 0, keysRead: 0, keysRemoved: 0 },
    life: Number.POSITIVE_INFINITY,
    get: async (keys) => {
      const wanted = [keys].flat();
      storage.counts.keysRead += wanted.length;
      return Object.fromEntries(
        wanted.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : [])),
      );
    },
    getKeys: async () => [...values.keys()],
    set: async (items) => {
      live();
      for (const [key, value] of Object.entries(items)) {
        values.set(key, value);
        storage.counts.keysWritten += 1;
        storage.counts.charactersWritten += String(value).length;
      }
    },
    remove: async (keys) => {
      live();
      storage.counts.keysRemoved += keys.length;
      for (const key of keys) values.delete(key);
    },
  };
  function live(): void {
    if (storage.life <= 0) throw new Death();
    storage.life -= 1;
  }
  return storage;
}
