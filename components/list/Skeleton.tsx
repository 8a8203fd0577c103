import type { JSX } from 'preact';
import { text } from '../../lib/text/text';

const ROWS = [92, 70, 84, 61];

/** Grey rows while a list is read; its styles show it only after a moment. */
export function Skeleton(): JSX.Element {
  return (
    <div class="skeleton" role="status" aria-label={text('loading')}>
      {ROWS.map((width) => (
        <div key={width} aria-hidden="true">
          <i style={{ width: `${width}%` }} />
          <i style={{ width: `${width - 25}%` }} />
        </div>
      ))}
    </div>
  );
}
