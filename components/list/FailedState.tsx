import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import * as pictures from '../pictures';
import { EmptyState } from './EmptyState';

export interface FailedStateProps {
  /** The library is one of a newer version of ours. */
  isNewer: boolean;
  onRetry: () => void;
}

/** In place of a list: the library could not be read. */
export function FailedState({ isNewer, onRetry }: FailedStateProps): JSX.Element {
  return (
    <div role="alert">
      <EmptyState
        icon={pictures.undo}
        title={text('failedTitle')}
        text={text(isNewer ? 'newerDatabase' : 'failedText')}
      >
        <button type="button" class="button" onClick={onRetry}>
          {text('tryAgain')}
        </button>
      </EmptyState>
    </div>
  );
}
