import { browser } from 'wxt/browser';
import type { Annotation } from '../papers/annotation';

/** White on a dark blue: 8 to 1, on light and dark toolbars. */
const COLOURS = { background: '#1d4f91', text: '#ffffff' } as const;

/** What the badge says about a number of papers. */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > 999 ? '999+' : String(count);
}

/** What the badge says about one paper: a star, or a dot where something else is said about it. */
export function badgeSign(annotation: Pick<Annotation, 'starred'> | undefined): string {
  if (annotation === undefined) return '';
  return annotation.starred ? '★' : '•';
}

/** What the toolbar's button shows on one tab: at most four characters, and what one reads when one points at it. */
export interface Badge {
  text: string;
  title: string;
}

/** Shows on a tab's button what is known about its papers. False where the tab is closed by now. */
export async function showBadge(tabId: number, { text, title }: Badge): Promise<boolean> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS.background });
    await browser.action.setBadgeTextColor({ tabId, color: COLOURS.text });
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setTitle({ tabId, title });
    return true;
  } catch (error) {
    // Chromium: "No tab with id: 7."; Firefox: "Invalid tab ID: 7".
    if (/\btab\b.*\bid\b/i.test(String(error))) return false;
    throw error;
  }
}
