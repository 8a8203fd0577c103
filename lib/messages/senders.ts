import type { Sender } from './contract';

/** What the browser says about a message's sender. */
export interface MessageSender {
  id?: string | undefined;
  origin?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
}

/** Who is at home: the extension's id and address, and the origins of the sites it annotates. */
export interface Home {
  id: string;
  address: string;
  sites: readonly string[];
}

/**
 * Who asks: a card's content script, which always has a tab and is on one of the sites, or an extension page.
 * `isPrivate`: the tab is in a private window, and nothing that it shows is remembered.
 */
export type Caller =
  | { kind: 'card'; tabId: number; origin: string; isPrivate?: true }
  | { kind: 'page' };

/** Who sent a message, or null for one that nobody may send: another extension, a frame, a site that is not ours. */
export function callerOf(sender: MessageSender, home: Home): Caller | null {
  if (sender.id !== home.id) return null;
  // Firefox has no `origin` before version 126; an opaque origin ("null") is nobody's.
  const origin = sender.origin ?? originOf(sender.url);
  if (origin === null) return null;
  if (origin === originOf(home.address)) return { kind: 'page' };
  const tabId = sender.tab?.id;
  const isCard = tabId !== undefined && sender.frameId === 0 && home.sites.includes(origin);
  if (!isCard) return null;
  return { kind: 'card', tabId, origin, ...(sender.tab?.incognito && { isPrivate: true }) };
}

/** Whether this caller is one of those that a message may come from. */
export function mayCall(caller: Caller | null, allowed: readonly Sender[]): caller is Caller {
  return caller !== null && allowed.includes(caller.kind);
}

/** `URL.origin` is "null" for extension addresses outside their own browser. */
function originOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return host === '' ? null : `${protocol}//${host}`;
}
