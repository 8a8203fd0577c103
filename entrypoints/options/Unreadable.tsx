import type { JSX } from 'preact';
import { unreadableText } from '../../lib/text/failureText';
import { text } from '../../lib/text/text';
import { useUnreadable } from '../../lib/views/unreadable';

/** Says that the library cannot be read, and why. */
export function Unreadable(): JSX.Element {
  const why = useUnreadable();
  return (
    <p class="warning" role="alert">
      {why === null ? text('couldNotRead') : unreadableText(why)}
    </p>
  );
}
