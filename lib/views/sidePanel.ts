import { browser } from 'wxt/browser';

/** What Firefox has instead of a side panel. */
interface Sidebar {
  open(): Promise<void>;
}

/**
 * How a click opens the library beside the page; undefined where the browser has no such place. It is found before the
 * click, since only what a click does at once may open it.
 */
export async function findSidePanel(): Promise<(() => Promise<void>) | undefined> {
  // Chromium's types do not know of Firefox's sidebar.
  const { sidebarAction: sidebar } = browser as { sidebarAction?: Sidebar };
  if (sidebar !== undefined) return () => sidebar.open();
  if (browser.sidePanel?.open === undefined) return undefined;
  const { id } = await browser.windows.getCurrent();
  return id === undefined ? undefined : () => browser.sidePanel.open({ windowId: id });
}
