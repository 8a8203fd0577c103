import { browser } from 'wxt/browser';

/** White on a dark blue: 8 to 1, on light and dark toolbars. */
const COLOURS = { background: '#1d4f91', text: '#ffffff' } as const;

/** What the toolbar badge says about a number of papers; it has room for four characters. */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > 999 ? '999+' : String(count);
}

/** Shows on a tab's badge how many of its papers are in the library. False where the tab is closed by now. */
export async function showBadge(tabId: number, count: number): Promise<boolean> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS.background });
    await browser.action.setBadgeTextColor({ tabId, color: COLOURS.text });
    await browser.action.setBadgeText({ tabId, text: badgeText(count) });
    return true;
  } catch (error) {
    // Chromium: "No tab with id: 7."; Firefox: "Invalid tab ID: 7".
    if (/\btab\b.*\bid\b/i.test(String(error))) return false;
    throw error;
  }
}
