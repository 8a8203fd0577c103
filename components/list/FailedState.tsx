import type { JSX } from 'preact';
import { type Unreadable, unreadableText } from '../../lib/text/failureText';
import { text } from '../../lib/text/text';
import * as pictures from '../pictures';
import { EmptyState } from './EmptyState';

export interface FailedStateProps {
  /** Why the library cannot be read, where that is known: trying again does not help then. */
  why: Unreadable | null;
  onRetry: () => void;
}

/** In place of a list: the library could not be read. */
export function FailedState({ why, onRetry }: FailedStateProps): JSX.Element {
  return (
    <div role="alert">
      <EmptyState
        icon={pictures.undo}
        title={text('failedTitle')}
        text={why === null ? text('failedText') : unreadableText(why)}
      >
        <button type="button" class="button" onClick={onRetry}>
          {text('tryAgain')}
        </button>
      </EmptyState>
    </div>
  );
}
