import type { MovedTo } from './folder';
import type { Ask, WebDavAddress } from './webdav';

/** A server that is silent for so long is not there. Milliseconds. */
const PATIENCE = 30_000;

/** Statuses with which a folder answers that is there, or that wants to know who asks. */
const OF_FOLDERS = [207, 401, 403, 404];

/**
 * Follows a redirect to see where a folder is, without user and password: they are for the address that was typed. Null:
 * it leads to something else than a folder, or nobody knows where.
 */
export async function movedTo(
  { address }: Pick<WebDavAddress, 'address'>,
  ask: Ask,
): Promise<MovedTo | null> {
  try {
    const answer = await ask(address, {
      method: 'PROPFIND',
      headers: { Depth: '0', 'Content-Type': 'application/xml' },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'follow',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const isFolder = answer.redirected && OF_FOLDERS.includes(answer.status);
    return isFolder ? { address: folderAt(answer.url), isGuess: false } : null;
  } catch {
    return overHttps(address); // another host, which the browser does not let us reach
  }
}

function overHttps(address: string): MovedTo | null {
  const url = new URL(address);
  if (url.protocol !== 'http:') return null;
  return { address: `https://${url.hostname}${url.pathname}`, isGuess: true };
}

function folderAt(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + (pathname.endsWith('/') ? pathname : `${pathname}/`);
}
