import type { AboutPaper } from '../messages/aboutPapers';
import type { Change } from '../messages/announce';
import type { Send } from '../messages/delivery';
import type { PaperId } from '../papers/ids';
import type { Feature } from './features/feature';
import { keepListening } from './listening';
import { createShownReport, type ShownReport } from './shownReport';

/** What being on a page needs of the world. */
export interface PresenceWorld {
  document: Document;
  send: Send<'page.show' | 'page.ask'>;
  onChange: (heard: (change: Change) => void, signal: AbortSignal) => void;
  /** Ends everything: the page is of no kind that we read any more, or the extension is gone. */
  signal: AbortSignal;
}

/**
 * Tells the worker which papers a page shows and the features what is stored about them, from now on until the signal
 * aborts: when something changes elsewhere, when somebody comes back to the page, and when it is left.
 * @param features may become more
 */
export function bePresent(world: PresenceWorld, features: readonly Feature[]): ShownReport {
  const { document, send, onChange, signal } = world;
  const settle = (id: PaperId, about: AboutPaper): void => {
    for (const feature of features) feature.settle(id, about);
  };
  const asks = () => [...new Set(features.flatMap((feature) => feature.asks))];
  const address = (): string => location.pathname + location.search;
  const teller = createShownReport(send, address, asks, settle);

  onChange(refresh, signal);
  keepListening(document, listen, signal);
  signal.addEventListener('abort', leave);
  return teller;

  function listen(): void {
    window.addEventListener('pagehide', onPageHide, { signal });
    // When Firefox closes a tab, nothing that is sent or stored from `pagehide` on arrives any more.
    if (import.meta.env.FIREFOX) window.addEventListener('beforeunload', onUnloading, { signal });
    window.addEventListener('pageshow', onPageShow, { signal });
    document.addEventListener('visibilitychange', onVisibility, { signal });
  }

  function onPageHide({ isTrusted }: Event): void {
    if (isTrusted) leave();
  }

  function onUnloading({ isTrusted }: Event): void {
    if (isTrusted) sendNow();
  }

  function onPageShow({ persisted }: PageTransitionEvent): void {
    if (persisted) comeBack();
  }

  /** The worker may have died between a commit and its announcement: whoever looks at the page sees what is stored. */
  function onVisibility(): void {
    if (document.visibilityState === 'visible') refresh('all');
  }

  function refresh(change: Change): void {
    void teller.refresh(change);
    for (const feature of features) feature.refresh(change);
  }

  function comeBack(): void {
    for (const feature of features) feature.comeBack();
    void teller.tellAgain();
  }

  function sendNow(): void {
    for (const feature of features) feature.leave();
  }

  function leave(): void {
    sendNow();
    void teller.leave();
  }
}
