import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContext, Request } from 'playwright';
import { ROOT } from './build.ts';

/** Where the pages are served: the real address, since the extension works nowhere else. */
export const SITE = 'https://huggingface.co';

/** Addresses, with or without their query, and the HTML that is there; those without a host are on the first site. */
export type Pages = Record<string, string | (() => string)>;

/** A request that was not for one of the pages; it was aborted. */
export interface Refused {
  url: string;
  from: 'worker' | 'extension page' | 'page';
}

export interface Network {
  /** Adds pages, or puts others in their place. */
  serve(pages: Pages): void;
  /** Every request so far that was for none of the pages. */
  refused: Refused[];
}

/** Whether an address is one of this machine, where a test may have started a server. */
export function isLoopback(address: string): boolean {
  return new URL(address).hostname === '127.0.0.1';
}

/**
 * Answers for the whole web from now on: the pages are at their real addresses and everything else is refused.
 * @param withoutLoopback whether servers of this machine are left alone
 */
export async function takeNetwork(
  context: BrowserContext,
  withoutLoopback = false,
): Promise<Network> {
  const known: Pages = {};
  const refused: Refused[] = [];
  const isTaken = ({ protocol, href }: URL): boolean =>
    /^https?:/.test(protocol) && !(withoutLoopback && isLoopback(href));
  await context.route(isTaken, async (route, request) => {
    const body = pageAt(known, request.url());
    if (body !== undefined) {
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    } else {
      refused.push({ url: request.url(), from: senderOf(request) });
      await route.abort();
    }
  });
  await context.routeWebSocket(/./, (socket) => {
    refused.push({ url: socket.url(), from: 'page' });
    void socket.close();
  });
  return { serve: (pages) => Object.assign(known, pages), refused };
}

/** The page at an address. */
export function pageAt(known: Pages, address: string): string | undefined {
  const { origin, pathname, search } = new URL(address);
  const place = origin === SITE ? '' : origin;
  const page = known[place + pathname + search] ?? known[place + pathname];
  return typeof page === 'function' ? page() : page;
}

function senderOf(request: Request): Refused['from'] {
  if (request.serviceWorker() !== null) return 'worker';
  const isOwnPage = request.frame().url().startsWith('chrome-extension://');
  return isOwnPage ? 'extension page' : 'page';
}

/** A hand-made page of test/pages. */
export function ownPage(name: string): string {
  return readFileSync(`${ROOT}test/pages/${name}`, 'utf8');
}

/** Where the captured pages lie, beside this folder; not every clone has them. */
const CAPTURES = `${ROOT}../shared/pages/`;

/** Whether the captured pages are here. Tests that need them say so and skip. */
export const HAS_CAPTURES = existsSync(`${CAPTURES}huggingface.css`);

/** A captured page, dressed as the first site shows it unless it is another's, of which there is no style. */
export function capturedPage(name: string, isDressed = true): string {
  const html = readFileSync(CAPTURES + name, 'utf8');
  if (!isDressed) return html;
  const style = `<style>${readFileSync(`${CAPTURES}huggingface.css`, 'utf8')}</style>`;
  return html.includes('</head>') ? html.replace('</head>', () => `${style}</head>`) : style + html;
}
