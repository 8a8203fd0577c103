import type { JSX } from 'preact';
import { text } from '../../lib/text/text';

export interface OfferBoxProps {
  /** Why a restore is offered. */
  said: string;
  /** What the main button says, where it is not "Restore…". */
  action?: string;
  onRestore: () => void;
  onNotNow: () => void;
}

/** A restore that is on offer, above the copies. */
export function OfferBox({ said, action, onRestore, onNotNow }: OfferBoxProps): JSX.Element {
  return (
    <div class="offer-said">
      <p>{said}</p>
      <div class="actions">
        <button type="button" class="button button-main" onClick={onRestore}>
          {action ?? text('backupRestore')}
        </button>
        <button
          type="button"
          class="button button-quiet"
          title={text('backupNotNowAbout')}
          onClick={onNotNow}
        >
          {text('backupNotNow')}
        </button>
      </div>
    </div>
  );
}
