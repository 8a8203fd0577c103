import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Status } from '../../lib/papers/annotation';
import { cameText } from '../../lib/text/syncText';
import { text, timeText } from '../../lib/text/text';
import type { CameFrom } from '../../lib/views/syncing/look';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface ElsewhereProps {
  /** What came about the paper, the newest first. */
  came: readonly CameFrom[];
  /** Its reading status now. */
  status: Status | null;
  onStatus: (status: Status | null) => void;
}

/** What other machines said about a paper; of two statuses that were set at once, the other one can be taken. */
export function Elsewhere({ came, status, onStatus }: ElsewhereProps): JSX.Element | null {
  const id = useId();
  if (came.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{text('syncElsewhere')}</h3>
      <ol class="timeline">
        {came.map((one) => {
          const other = one.conflict?.kind === 'status' ? one.conflict.other : undefined;
          return (
            <li key={`${one.at} ${one.machine}`}>
              <Icon picture={one.conflict ? pictures.alert : pictures.importing} />
              <span>
                {one.conflict ? cameText(one) : `${one.machine}: ${cameText(one)}`}{' '}
                {other !== undefined && other !== status && (
                  <button type="button" class="quiet-link" onClick={() => onStatus(other)}>
                    {text('syncUseThat')}
                  </button>
                )}
              </span>
              <time dateTime={one.at}>{timeText(one.at)}</time>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
