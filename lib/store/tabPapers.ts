import { browser } from 'wxt/browser';
import { isPaperId, type PaperId } from '../papers/ids';

/** The papers on the cards of one tab, in their order, and the listing's path and query. */
export interface Shown {
  listing: string;
  ids: PaperId[];
}

const key = (tabId: number): `shown.${number}` => `shown.${tabId}`;

/** Remembers what a tab shows; lives in `storage.session`, so it outlives the worker and not the browser. */
export async function rememberShown(tabId: number, shown: Shown): Promise<void> {
  await browser.storage.session.set({ [key(tabId)]: shown });
}

/** Forgets a tab that was closed or left its listing. */
export async function forgetShown(tabId: number): Promise<void> {
  await browser.storage.session.remove(key(tabId));
}

/** What a tab shows, or null where it is no listing. */
export async function readShown(tabId: number): Promise<Shown | null> {
  const stored = await browser.storage.session.get(key(tabId));
  return toShown(stored[key(tabId)]);
}

/** All tabs that show a listing. */
export async function readAllShown(): Promise<Map<number, Shown>> {
  const shown = new Map<number, Shown>();
  for (const [name, value] of Object.entries(await browser.storage.session.get())) {
    const tabId = /^shown\.(\d+)$/.exec(name)?.[1];
    const read = toShown(value);
    if (tabId !== undefined && read !== null) shown.set(Number(tabId), read);
  }
  return shown;
}

function toShown(value: unknown): Shown | null {
  if (typeof value !== 'object' || value === null) return null;
  const { listing, ids } = value as Record<string, unknown>; // any object may be read by key
  if (typeof listing !== 'string' || !Array.isArray(ids)) return null;
  return { listing, ids: ids.filter(isPaperId) };
}
