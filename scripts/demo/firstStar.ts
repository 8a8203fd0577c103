import type { Asterism } from '../../test/e2e/harness/launch.ts';

/** As lib/store/rows.ts names it. */
const DATABASE = 'asterism';
/** How often it is looked whether there is a star, in milliseconds. */
const PACE_MS = 300;

/**
 * Opens the popup after the reader's first star: in a new profile its button is hidden behind the toolbar's puzzle piece.
 * Ends when it is open, or the browser is closed.
 */
export async function openPopupAtFirstStar({ context, worker }: Asterism): Promise<void> {
  let isOpen = true;
  context.once('close', () => {
    isOpen = false;
  });
  while (isOpen) {
    const opened = await worker()
      .evaluate(openIfStarred, DATABASE)
      .catch(() => false); // the worker sleeps, or the browser is going
    if (opened) return;
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
}

/** Runs in the extension's worker: whether there was a star, and the popup is open. */
async function openIfStarred(database: string): Promise<boolean> {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === database)) return false; // opening would make it
  const count = await new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const counting = db.transaction('bookmarks').objectStore('bookmarks').count();
      counting.onsuccess = () => {
        db.close();
        resolve(counting.result);
      };
    };
  });
  if (count === 0) return false;
  const { action } = Reflect.get(globalThis, 'chrome') as {
    action: { openPopup(): Promise<void> };
  }; // a global of the worker
  return action.openPopup().then(
    () => true,
    () => false, // refused while the window has no focus
  );
}
