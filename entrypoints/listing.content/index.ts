import './style.css';
import { defineContentScript } from '#imports';
import { CARD_ANSWERS } from '../../lib/messages/cardAnswers';
import { createSend } from '../../lib/messages/delivery';
import { leaveBehind } from '../../lib/messages/outbox';
import { onChange } from '../../lib/messages/pulse';
import { followAddress, watchAddress } from '../../lib/page/following';
import { annotateListing } from '../../lib/page/listing';
import { huggingface } from '../../lib/sites';
import { takeBrowserTexts } from '../../lib/text/browserTexts';

export default defineContentScript({
  // The whole host: a listing can be reached without a load, and then no narrower pattern would run us.
  matches: ['https://huggingface.co/*'],
  runAt: 'document_idle',
  main({ signal: ended }) {
    takeBrowserTexts();
    const send = createSend(CARD_ANSWERS);
    const clip = (copied: string): Promise<void> => navigator.clipboard.writeText(copied);
    const site = huggingface;
    const now = (): Date => new Date();
    const follow = followAddress(
      site.isListing,
      (signal) =>
        void annotateListing({ document, site, send, clip, leaveBehind, onChange, now, signal }),
      ended,
    );
    follow(location.href);
    watchAddress(follow, ended);
  },
});
