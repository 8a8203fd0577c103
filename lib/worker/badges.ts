import { browser } from 'wxt/browser';
import { affectedTabs } from '../badge/affected';
import { showBadge } from '../badge/badge';
import type { Change } from '../messages/announce';
import { countBookmarks } from '../store/commands/annotations';
import type { AsterismDatabase } from '../store/database';
import { forgetShown, isStillOn, readAllShown } from '../store/tabPapers';

/** Brings the badge of every tab that shows a changed paper up to date, and forgets tabs that have left their page. */
export async function refreshBadges(db: AsterismDatabase, change: Change): Promise<void> {
  const affected = affectedTabs(await readAllShown(), change);
  if (affected.length === 0) return;
  const tabs = new Map((await browser.tabs.query({})).map((tab) => [tab.id, tab]));
  for (const [tabId, shown] of affected) {
    const isThere = isStillOn(shown, tabs.get(tabId) ?? {});
    const isShown = isThere && (await showBadge(tabId, await countBookmarks(db, shown.ids)));
    if (!isShown) await forgetShown(tabId);
  }
}
