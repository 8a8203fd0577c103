import type { JSX } from 'preact';
import { countText, numberText, text, timeText } from '../../lib/text/text';

export interface OfferBannerProps {
  /** Why a restore is offered. */
  reason: 'empty' | 'older' | 'unreadable';
  papers: number;
  /** When the copy was last changed. */
  at: string;
  /** Shows the copy. */
  onLook: () => void;
  onNotNow: () => void;
}

/** Says that there is a copy of what the database lacks. */
export function OfferBanner({
  reason,
  papers,
  at,
  onLook,
  onNotNow,
}: OfferBannerProps): JSX.Element {
  return (
    <section class="offer-banner" aria-label={text('backupHeading')}>
      <p role="status">{offerText(reason, papers, at)}</p>
      <div>
        <button type="button" class="offer-look" onClick={onLook}>
          {text('backupLook')}
        </button>
        <button type="button" title={text('backupNotNowAbout')} onClick={onNotNow}>
          {text('backupNotNow')}
        </button>
      </div>
    </section>
  );
}

/** Why a restore is offered, as a sentence. */
export function offerText(reason: OfferBannerProps['reason'], papers: number, at: string): string {
  const said = [timeText(at), numberText(papers)] as const;
  switch (reason) {
    case 'empty':
      return countText('backupOfferEmpty', papers, ...said);
    case 'older':
      return countText('backupOfferOlder', papers, ...said);
    case 'unreadable':
      return countText('backupOfferUnreadable', papers, ...said);
  }
}
