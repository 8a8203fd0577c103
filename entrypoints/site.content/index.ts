import './style.css';
import { defineContentScript } from '#imports';
import { adapter, hasListings, hasPaperPages, hasStar, site } from '#site';
import { dots } from '../../components/pictures';
import { onChange } from '../../lib/messages/announce';
import { CARD_ANSWERS } from '../../lib/messages/cardAnswers';
import { followCardSettings } from '../../lib/messages/cardSettings';
import { createSend } from '../../lib/messages/delivery';
import { leaveBehind } from '../../lib/messages/outbox';
import { annotateListing } from '../../lib/page/cards';
import { createControl } from '../../lib/page/features/control';
import { followAddress, watchAddress } from '../../lib/page/following';
import { takeLeftBehind } from '../../lib/page/leftBehind';
import { loadMarks } from '../../lib/page/loadMarks';
import { createNotices } from '../../lib/page/notices';
import { asListing } from '../../lib/page/paperPage';
import { pageKind } from '../../lib/sites/pageKind';
import { takeBrowserTexts } from '../../lib/text/browserTexts';
import { text } from '../../lib/text/text';

// Built once for each site, which gives its own `matches` (scripts/siteScripts.ts).
export default defineContentScript({
  matches: [],
  runAt: 'document_idle',
  main({ signal: ended }) {
    takeBrowserTexts(globalThis.asterismTexts);
    if (import.meta.env.FIREFOX) {
      const note = takeLeftBehind(document);
      if (note !== '') createNotices(document, ended)(text('leftBehind', note), true);
    }
    const send = createSend(CARD_ANSWERS);
    const clip = (copied: string): Promise<void> => navigator.clipboard.writeText(copied);
    const now = (): Date => new Date();
    const follow = followAddress(
      (url) => pageKind(site, url),
      (kind, signal) => {
        const world = {
          document,
          follow: followCardSettings,
          send,
          clip,
          leaveBehind,
          onChange,
          now,
          signal,
        };
        const control = createControl({ ...world, star: hasStar ? dots : undefined });
        const marks = {
          ...world,
          ...control,
          site: site.hosts[0] ?? '',
          isListing: kind === 'listing',
        };
        const features = () => [control];
        const later = () => loadMarks(send, marks);
        const { listing, paper } = adapter;
        if (hasListings && kind === 'listing' && listing) {
          void annotateListing({ ...world, adapter: listing, features, later });
        }
        if (hasPaperPages && kind === 'paper' && paper) {
          void annotateListing({ ...world, adapter: asListing(document, paper), features, later });
        }
      },
      ended,
    );
    follow(location.href);
    watchAddress(follow, ended);
  },
});
