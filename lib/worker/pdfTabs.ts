import type { PaperId } from '../papers/ids';
import { placeholderTitle } from '../papers/paper';
import { versionIn } from '../papers/versions';
import { showPapers } from '../store/commands/showPapers';
import { forgetShown, readShown, rememberPart } from '../store/tabPapers';
import { showState } from './badges';
import type { World } from './handlers';

/** What the browser tells about a tab; its address only where we may read the page. */
export interface TabState {
  url?: string | undefined;
  incognito: boolean;
}

/**
 * Keeps what tabs show that have a PDF: no script of ours runs there, so the paper is known by its address alone, until
 * some page states more. One tab after the other, so that the last address counts.
 * @param paperOf the paper whose PDF is at an address
 * @returns to be called when a tab has another address, or has loaded it
 */
export function createPdfTabs(
  { db, now }: Pick<World, 'db' | 'now'>,
  paperOf: (url: URL) => PaperId | null,
): (tabId: number, tab: TabState) => Promise<void> {
  let turn: Promise<void> = Promise.resolve();
  /** The last address of each tab that had one while this worker lives. */
  const last = new Map<number, string | undefined>();

  async function look(tabId: number, { url: address, incognito }: TabState): Promise<void> {
    const url = address && URL.canParse(address) ? new URL(address) : null;
    const id = url && paperOf(url);
    if (!url || !id) return leave(tabId);
    const { origin, pathname, search } = url;
    const listing = pathname + search;
    const before = await readShown(tabId);
    if (before?.origin === origin && before.listing === listing) return;
    if (!incognito) {
      const version = versionIn(pathname);
      const paper = { id, title: placeholderTitle(id), authors: [], version };
      await showPapers(db, { address: url.href, ids: [id], papers: [paper] }, now);
    }
    // The page that it went on to has told by now what it shows.
    if (last.get(tabId) !== address) return;
    const shown = { origin, listing, ids: [id], ...(incognito && { isPrivate: true as const }) };
    await rememberPart(tabId, shown, 0, 1);
    await showState(db, tabId, [id]);
  }

  /** Pages tell themselves when they are left, and a PDF cannot. */
  async function leave(tabId: number): Promise<void> {
    const before = await readShown(tabId);
    const left = before && URL.canParse(before.listing, before.origin);
    if (left && paperOf(new URL(before.listing, before.origin))) await forgetShown(tabId);
  }

  return (tabId, tab) => {
    last.set(tabId, tab.url);
    const next = turn.then(() => look(tabId, tab));
    turn = next.catch(() => {}); // whoever asked is told
    return next;
  };
}
