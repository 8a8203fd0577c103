import { browser } from 'wxt/browser';
import { readAllShown, readShown, type Shown } from '../../lib/store/tabPapers';

/** Whether this page is the toolbar's popup, and not a tab that shows the same. */
export function isToolbarPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** What the reader's tab shows: in a popup the active tab, in a tab of our own the listing that was looked at last. */
export async function readListing(): Promise<Shown | null> {
  if (isToolbarPopup()) {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id === undefined ? null : readShown(tab.id);
  }
  const [shown, tabs] = await Promise.all([readAllShown(), browser.tabs.query({})]);
  const latest = tabs
    .filter(({ id }) => id !== undefined && shown.has(id))
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
  return latest?.id === undefined ? null : (shown.get(latest.id) ?? null);
}

/** Calls back when the cards of some tab changed. */
export function onListingChange(heard: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith('shown.'))) heard();
  });
}
