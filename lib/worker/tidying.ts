import { purgeTrash } from '../store/commands/emptyTrash';
import { dropOrphans } from '../store/commands/importing';
import { forgetJobs } from '../store/commands/jobs';
import { forgetShown } from '../store/tabPapers';
import { expiryTime } from './expiring';
import type { World } from './handlers';

/**
 * Drops what nobody came back for, and what was in the trash for long enough; when the extension was installed or
 * updated and when the browser starts.
 */
export function tidyUp({ db, now, log }: World): void {
  for (const tidy of [dropOrphans, forgetJobs, purgeDue]) {
    tidy(db, now).catch((error: unknown) => log('tidying', error));
  }
}

async function purgeDue(db: World['db'], now: () => Date): Promise<void> {
  const expiry = await expiryTime(now);
  if (expiry !== null) await purgeTrash(db, expiry);
}

/** Forgets what a closed tab has shown. */
export function forgetTab({ log }: World, tabId: number): void {
  forgetShown(tabId).catch((error: unknown) => log('closed tab', error));
}
