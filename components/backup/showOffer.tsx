import '../banner/banner.css';
import { render } from 'preact';
import { OfferBanner, type OfferBannerProps } from './OfferBanner';

let place: HTMLElement | null = null;

/** Shows the banner above the page, or takes it away. Loaded when there is an offer: a page's first bytes count. */
export function showOffer(
  offer: Pick<OfferBannerProps, 'reason' | 'papers' | 'at'> | null,
  ways: Pick<OfferBannerProps, 'onLook' | 'onNotNow'>,
): void {
  if (place !== null) {
    render(null, place);
    place.remove();
    place = null;
  }
  if (offer === null) return;
  place = document.createElement('div');
  place.className = 'offer';
  document.body.prepend(place);
  render(<OfferBanner {...offer} {...ways} />, place);
}
