import type { JSX } from 'preact';
import { text } from '../../lib/text/text';

export interface ProgressProps {
  /** What is going on. */
  label: string;
  done: number;
  total: number;
  /** Stops it; absent where it cannot be stopped any more. */
  onCancel?: (() => void) | undefined;
}

/** A bar that fills up, with what is going on and a way out. */
export function Progress({ label, done, total, onCancel }: ProgressProps): JSX.Element {
  return (
    <div class="progress">
      <div class="progress-line">
        <span>{label}</span>
        {onCancel && (
          <button type="button" class="button button-quiet" onClick={onCancel}>
            {text('cancel')}
          </button>
        )}
      </div>
      <progress aria-label={label} value={done} max={Math.max(total, 1)} />
    </div>
  );
}
