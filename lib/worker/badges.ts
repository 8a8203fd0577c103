import { affectedTabs } from '../badge/affected';
import { showBadge } from '../badge/badge';
import type { Change } from '../messages/announce';
import { countBookmarks } from '../store/commands/annotations';
import type { AsterismDatabase } from '../store/database';
import { forgetShown, readAllShown } from '../store/tabPapers';

/** Brings the badge of every tab that shows a changed paper up to date. */
export async function refreshBadges(db: AsterismDatabase, change: Change): Promise<void> {
  for (const [tabId, { ids }] of affectedTabs(await readAllShown(), change)) {
    const isOpen = await showBadge(tabId, await countBookmarks(db, ids));
    if (!isOpen) await forgetShown(tabId);
  }
}
