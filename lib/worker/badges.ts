import { browser } from 'wxt/browser';
import { affectedTabs } from '../badge/affected';
import { type Badge, badgeSign, badgeText, showBadge } from '../badge/badge';
import type { Change } from '../messages/announce';
import type { Annotation } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import { annotationsOf, countBookmarks } from '../store/commands/annotations';
import type { AsterismDatabase } from '../store/database';
import { forgetShown, isStillOn, readAllShown } from '../store/tabPapers';
import { STATUS_NAMES } from '../text/statusNames';
import { countText, text } from '../text/text';

/** Brings the badge of every tab that shows a changed paper up to date, and forgets tabs that have left their page. */
export async function refreshBadges(db: AsterismDatabase, change: Change): Promise<void> {
  const affected = affectedTabs(await readAllShown(), change);
  if (affected.length === 0) return;
  const tabs = new Map((await browser.tabs.query({})).map((tab) => [tab.id, tab]));
  for (const [tabId, shown] of affected) {
    const isThere = isStillOn(shown, tabs.get(tabId) ?? {});
    const isShown = isThere && (await showState(db, tabId, shown.ids));
    if (!isShown) await forgetShown(tabId);
  }
}

/**
 * Shows on a tab's button what the library has of its papers: of a single one, as on its own page, what is said about
 * it; of several their number. False where the tab is closed by now.
 */
export async function showState(
  db: AsterismDatabase,
  tabId: number,
  ids: readonly PaperId[],
): Promise<boolean> {
  const [single, ...others] = ids;
  if (single === undefined || others.length > 0) {
    return showBadge(tabId, ofMany(ids.length === 0 ? 0 : await countBookmarks(db, ids)));
  }
  return showBadge(tabId, ofOne((await annotationsOf(db, [single]))[single]));
}

function ofMany(count: number): Badge {
  const title = count === 0 ? text('extensionName') : countText('buttonCount', count);
  return { text: badgeText(count), title };
}

function ofOne(annotation: Annotation | undefined): Badge {
  if (annotation === undefined) return { text: '', title: text('extensionName') };
  const { starred, status, tags, note } = annotation;
  const said = [
    starred && text('starredState'),
    status !== null && text(STATUS_NAMES[status]),
    ...tags,
    note.trim() !== '' && text('hasNote'),
  ].filter((one) => one !== false);
  return { text: badgeSign(annotation), title: text('buttonPaper', said.join(' · ')) };
}
