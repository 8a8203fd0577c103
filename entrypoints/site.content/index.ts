import './style.css';
import { defineContentScript } from '#imports';
import { adapter, site } from '#site';
import { onChange } from '../../lib/messages/announce';
import { CARD_ANSWERS } from '../../lib/messages/cardAnswers';
import { createSend } from '../../lib/messages/delivery';
import { leaveBehind } from '../../lib/messages/outbox';
import { followAddress, watchAddress } from '../../lib/page/following';
import { annotateListing } from '../../lib/page/listing';
import { pageKind } from '../../lib/sites/sites';
import { takeBrowserTexts } from '../../lib/text/browserTexts';

// Built once for each site, which gives its own `matches` (scripts/siteScripts.ts).
export default defineContentScript({
  matches: [],
  runAt: 'document_idle',
  main({ signal: ended }) {
    takeBrowserTexts();
    const send = createSend(CARD_ANSWERS);
    const clip = (copied: string): Promise<void> => navigator.clipboard.writeText(copied);
    const now = (): Date => new Date();
    const { listing } = adapter;
    const follow = followAddress(
      (url) => pageKind(site, url) === 'listing',
      (signal) => {
        if (!listing) return;
        const world = { document, adapter: listing, send, clip, leaveBehind, onChange, now, signal };
        void annotateListing(world);
      },
      ended,
    );
    follow(location.href);
    watchAddress(follow, ended);
  },
});
