import { browser } from 'wxt/browser';
import { type Offer, readOffer, toOffer } from '../backup/offer';
import { OFFER } from '../backup/storage';

/** Calls back with the restore that is on offer, if there is one, and whenever that changes (null: there is none). */
export function onOffer(heard: (offer: Offer | null) => void, signal: AbortSignal): void {
  const { local } = browser.storage;
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (OFFER in changes) heard(toOffer(changes[OFFER]?.newValue));
  };
  local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => local.onChanged.removeListener(listener));
  void readOffer(local).then((offer) => {
    if (offer !== null && !signal.aborted) heard(offer);
  });
}
