import { browser } from 'wxt/browser';
import { isPaperId, type PaperId } from '../papers/ids';

/** The papers on the cards of one tab, in their order, and where: the page's origin, and its path and query. */
export interface Shown {
  origin: string;
  listing: string;
  ids: PaperId[];
  /** Whether the tab is in a private window: of its papers only those in the library are known. */
  isPrivate?: true;
}

const key = (tabId: number): `shown.${number}` => `shown.${tabId}`;

/** Most papers that are remembered of one tab: the storage is small, and what pages leave behind needs room in it. */
const MOST = 5_000;

/**
 * Remembers what a tab shows; lives in `storage.session`, so it outlives the worker and not the browser.
 * @param from the place of the first of these papers in the tab's list, which has so many (`of`)
 * @returns the whole list, as far as it is known
 */
export async function rememberPart(
  tabId: number,
  { origin, listing, ids, isPrivate }: Shown,
  from: number,
  of: number,
): Promise<Shown> {
  const before = ids.length < of ? ((await readShown(tabId))?.ids ?? []) : [];
  const all = [...before.slice(0, from), ...ids, ...before.slice(from + ids.length)];
  const shown: Shown = {
    origin,
    listing,
    ids: all.slice(0, Math.min(of, MOST)),
    ...(isPrivate && { isPrivate }),
  };
  // Also where it is the same list: more may be known of its papers, and an equal value fires nothing.
  await browser.storage.session.set({ [key(tabId)]: { ...shown, turn: crypto.randomUUID() } });
  return shown;
}

/** Forgets a tab that was closed or left its listing. */
export async function forgetShown(tabId: number): Promise<null> {
  await browser.storage.session.remove(key(tabId));
  return null;
}

/**
 * Whether a tab is still on the site whose papers it showed: a page that is left for another site may be gone before it can
 * say so. Where we may not read a tab's page, its address is not told to us.
 */
export function isStillOn({ origin }: Pick<Shown, 'origin'>, tab: { url?: string | undefined }) {
  return tab.url !== undefined && URL.canParse(tab.url) && new URL(tab.url).origin === origin;
}

/** What a tab showed last (`isStillOn`), or null where that was not a listing. */
export async function readShown(tabId: number): Promise<Shown | null> {
  const stored = await browser.storage.session.get(key(tabId));
  return toShown(stored[key(tabId)]);
}

/** All tabs that showed a listing last. */
export async function readAllShown(): Promise<Map<number, Shown>> {
  const shown = new Map<number, Shown>();
  for (const [name, value] of Object.entries(await browser.storage.session.get())) {
    const tabId = /^shown\.(\d+)$/.exec(name)?.[1];
    const read = toShown(value);
    if (tabId !== undefined && read !== null) shown.set(Number(tabId), read);
  }
  return shown;
}

/** What the tab that the reader looked at last shows, of those that are still on their site. */
export function lastLookedAt(
  shown: ReadonlyMap<number, Shown>,
  tabs: readonly OpenTab[],
): Shown | null {
  const found = tabs.flatMap((tab) => {
    const page = tab.id === undefined ? undefined : shown.get(tab.id);
    return page && isStillOn(page, tab) ? { page, at: tab.lastAccessed ?? 0 } : [];
  });
  const [latest] = found.sort((a, b) => b.at - a.at);
  return latest?.page ?? null;
}

/** What a browser says about a tab. */
interface OpenTab {
  id?: number | undefined;
  url?: string | undefined;
  lastAccessed?: number | undefined;
}

function toShown(value: unknown): Shown | null {
  if (typeof value !== 'object' || value === null) return null;
  const { origin, listing, ids, isPrivate } = value as Record<string, unknown>; // any object may be read by key
  if (typeof origin !== 'string' || typeof listing !== 'string' || !Array.isArray(ids)) return null;
  return {
    origin,
    listing,
    ids: ids.filter(isPaperId),
    ...(isPrivate === true && { isPrivate }),
  };
}
