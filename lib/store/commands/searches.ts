import type { AsterismDatabase } from '../database';

/** Saves a search under a name, in place of the one that had it, and gives how many there are. */
export function saveSearch(
  db: AsterismDatabase,
  { name, query }: { name: string; query: string },
  now: () => Date,
): Promise<number> {
  return db.transaction('rw', db.searches, async () => {
    const known = await db.searches.get(name);
    if (known?.query !== query) {
      await db.searches.put({ name, query, savedAt: now().toISOString() });
    }
    return db.searches.count();
  });
}

/** Deletes a saved search and gives how many are left. */
export function deleteSearch(db: AsterismDatabase, name: string): Promise<number> {
  return db.transaction('rw', db.searches, async () => {
    await db.searches.delete(name);
    return db.searches.count();
  });
}
