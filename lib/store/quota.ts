/** Less than this, in bytes, and the database cannot even be opened: it writes a little whenever it is. */
const LEAST = 500_000;

/** Whether the disk has no room left. Where it is full, Chromium says no more than that writing, or opening, failed. */
export async function isDiskFull(): Promise<boolean> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota !== undefined && usage !== undefined && quota - usage < LEAST;
}
