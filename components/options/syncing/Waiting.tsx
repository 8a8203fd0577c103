import type { JSX } from 'preact';
import { type NamedPlace, syncFailure } from '../../../lib/text/syncText';
import { text, timeText } from '../../../lib/text/text';
import type { WaitingState } from '../../../lib/views/syncing/look';

export interface WaitingProps extends Omit<WaitingState, 'kind' | 'changes'> {
  place: NamedPlace;
  onCorrect: () => void;
}

/** Why it is tried again later, when that is, and what the reader can do before. */
export function Waiting({ why, status, nextAt, place, onCorrect }: WaitingProps): JSX.Element {
  return (
    <div class="offer-said">
      <p>{syncFailure({ why, status }, place)}</p>
      <p>{text('syncNextTry', timeText(nextAt))}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onCorrect}>
          {text('syncPlaceAgain')}
        </button>
      </div>
    </div>
  );
}
