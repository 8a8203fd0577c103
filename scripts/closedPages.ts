import type { Plugin } from 'vite';

/** What our own pages may reach: nobody. The manifest's policy also binds the worker, and can only be made stricter by a page. */
export const PAGE_POLICY = "connect-src 'none'";

/** Closes the network to each of our pages by a policy of its own, before anything else in its HTML is read. */
export function closedPages(): Plugin {
  return {
    name: 'closed-pages',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
