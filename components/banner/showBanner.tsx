import './banner.css';
import { type JSX, render } from 'preact';

/** One thing that is to be known above the page, and the one thing that can be done about it. */
export interface BannerProps {
  /** What it is about, as its name. */
  label: string;
  said: string;
  action: string;
  onAct: () => void;
}

const places = new Map<string, HTMLElement>();

/** Shows a banner above the page in the place of one of the same kind; null takes that away. Loaded when there is one. */
export function showBanner(kind: string, banner: BannerProps | null): void {
  const before = places.get(kind);
  if (before) {
    render(null, before);
    before.remove();
    places.delete(kind);
  }
  if (banner === null) return;
  const place = document.createElement('div');
  place.className = 'offer';
  document.body.prepend(place);
  places.set(kind, place);
  render(<Banner {...banner} />, place);
}

function Banner({ label, said, action, onAct }: BannerProps): JSX.Element {
  return (
    <section class="offer-banner" aria-label={label}>
      <p role="status">{said}</p>
      <div>
        <button type="button" class="offer-look" onClick={onAct}>
          {action}
        </button>
      </div>
    </section>
  );
}
