import type { JSX } from 'preact';
import type { PaperId } from '../../lib/papers/ids';
import { countText } from '../../lib/text/text';

export interface UnreadablePapersProps {
  ids: readonly PaperId[];
  /** The address of this page with a paper open. */
  addressOf: (id: PaperId) => string;
}

/** Papers that are named; a reader who has more of them has another trouble. */
const MOST = 10;

/** Says that some papers are not searched whole, and leads to each. */
export function UnreadablePapers({ ids, addressOf }: UnreadablePapersProps): JSX.Element | null {
  if (ids.length === 0) return null;
  return (
    <p class="unreadable-papers">
      {countText('unsearched', ids.length)}{' '}
      {ids.slice(0, MOST).map((id, at) => (
        <>
          {at > 0 && ', '}
          <a key={id} href={addressOf(id)}>
            {id}
          </a>
        </>
      ))}
    </p>
  );
}
