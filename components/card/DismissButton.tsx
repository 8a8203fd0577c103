import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import { tick } from '../pictures';

export interface DismissButtonProps {
  dismissed: boolean;
  onClick: (() => void) | undefined;
}

/** Says that a paper is not for the reader, and takes that back. A tick says so too where colours do not. */
export function DismissButton({ dismissed, onClick }: DismissButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="dismiss-button"
      aria-pressed={dismissed}
      title={text('dismissHint')}
      onClick={onClick}
    >
      {dismissed && <Icon picture={tick} />}
      {text('notForMe')}
    </button>
  );
}
