import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import { useNewer } from '../../lib/views/newerVersion';

/** Says that the library cannot be read, and why. */
export function Unreadable(): JSX.Element {
  const isNewer = useNewer();
  return (
    <p class="warning" role="alert">
      {text(isNewer ? 'newerDatabase' : 'couldNotRead')}
    </p>
  );
}
