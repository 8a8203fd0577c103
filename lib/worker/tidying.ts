import { purgeTrash } from '../store/commands/emptyTrash';
import { dropOrphans } from '../store/commands/importing';
import { forgetJobs } from '../store/commands/jobs';
import { forgetShown } from '../store/shown';
import type { World } from './handlers';

/**
 * Drops what nobody came back for, and what was in the trash for long enough; when the extension was installed or
 * updated and when the browser starts.
 */
export function tidyUp({ db, now, log }: World): void {
  for (const tidy of [dropOrphans, forgetJobs, purgeTrash]) {
    tidy(db, now).catch((error: unknown) => log('tidying', error));
  }
}

/** Forgets what a closed tab has shown. */
export function forgetTab({ log }: World, tabId: number): void {
  forgetShown(tabId).catch((error: unknown) => log('closed tab', error));
}
