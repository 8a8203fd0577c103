/** The database may fail under a reader; the import then stops, and the library is as it was. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException) return null; // what IndexedDB fails with; anything else is a bug
    throw error;
  }
}
