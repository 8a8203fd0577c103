import { browser } from 'wxt/browser';
import {
  isStillOn,
  lastLookedAt,
  readAllShown,
  readShown,
  type Shown,
} from '../../lib/store/tabPapers';

/** Whether this page is the toolbar's popup, and not a tab that shows the same. */
export function isToolbarPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** What the reader's tab shows: in a popup the active tab, in a tab of our own the listing that was looked at last. */
export async function readListing(): Promise<Shown | null> {
  if (isToolbarPopup()) {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const shown = tab?.id === undefined ? null : await readShown(tab.id);
    return tab && shown && isStillOn(shown, tab) ? shown : null;
  }
  const [shown, tabs] = await Promise.all([readAllShown(), browser.tabs.query({})]);
  return lastLookedAt(shown, tabs);
}

/** Calls back when the cards of some tab changed, or a tab went elsewhere. */
export function onListingChange(heard: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith('shown.'))) heard();
  });
  // The address of where it went is told only if we may read that page.
  browser.tabs.onUpdated.addListener((_tabId, { status }) => {
    if (status === 'complete') heard();
  });
}
