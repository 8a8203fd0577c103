import { dropOrphans } from '../store/commands/importing';
import { forgetShown } from '../store/shown';
import type { World } from './handlers';

/** Drops what nobody came back for; when the extension was installed or updated and when the browser starts. */
export function tidyUp({ db, now, log }: World): void {
  dropOrphans(db, now).catch((error: unknown) => log('orphans', error));
}

/** Forgets what a closed tab has shown. */
export function forgetTab({ log }: World, tabId: number): void {
  forgetShown(tabId).catch((error: unknown) => log('closed tab', error));
}
