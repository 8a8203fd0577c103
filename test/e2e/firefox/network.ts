import { isLoopback, type Network, type Pages, pageAt } from '../harness/network.ts';
import type { Bidi } from './bidi.ts';

interface Request {
  isBlocked: boolean;
  context: string | null;
  request: { request: string; url: string };
}

/** Answers for the whole web from now on; see `takeNetwork`. */
export async function answerForTheWeb(bidi: Bidi, withoutLoopback = false): Promise<Network> {
  const known: Pages = {};
  const refused: Network['refused'] = [];
  await bidi.send('session.subscribe', { events: ['network.beforeRequestSent'] });
  await bidi.send('network.addIntercept', {
    phases: ['beforeRequestSent'],
    urlPatterns: ['http', 'https'].map((protocol) => ({ type: 'pattern', protocol })),
  });
  bidi.onEvent((method, params) => {
    if (method !== 'network.beforeRequestSent') return;
    const { isBlocked, context, request } = params as Request; // as the protocol says
    if (!isBlocked) return;
    if (withoutLoopback && isLoopback(request.url)) {
      void bidi
        .send('network.continueRequest', { request: request.request })
        .catch(() => undefined);
      return;
    }
    const page = pageAt(known, request.url);
    // What has been left meanwhile is not to be answered any more.
    answer(request.request, page).catch(() => undefined);
    if (page === undefined) {
      refused.push({ url: request.url, from: context === null ? 'worker' : 'page' });
    }
  });

  function answer(request: string, page: string | undefined): Promise<unknown> {
    if (page === undefined) return bidi.send('network.failRequest', { request });
    return bidi.send('network.provideResponse', {
      request,
      statusCode: 200,
      headers: [
        { name: 'content-type', value: { type: 'string', value: 'text/html; charset=utf-8' } },
      ],
      body: { type: 'base64', value: Buffer.from(page).toString('base64') },
    });
  }

  return { serve: (pages) => Object.assign(known, pages), refused };
}
