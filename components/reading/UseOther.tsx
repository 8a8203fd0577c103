import type { JSX } from 'preact';
import type { Status } from '../../lib/papers/annotation';
import type { ToldConflict } from '../../lib/papers/timeline';
import { text } from '../../lib/text/text';

export interface UseOtherProps {
  told: ToldConflict;
  /** The paper's reading status now. */
  status: Status | null;
  /** Whether it is in the library now. */
  bookmarked: boolean;
  /** Sets the status, and offers to take that back. */
  onStatus: (status: Status | null) => void;
  /** Moves the bookmark into the trash, and offers to take that back. */
  onRemove: () => void;
}

/** Does what the other machine said, where nothing was decided since: of two notes both are there already. */
export function UseOther(props: UseOtherProps): JSX.Element | null {
  const { conflict, isOpen } = props.told;
  if (!isOpen) return null;
  if (conflict.kind === 'status' && conflict.other !== props.status) {
    return button(text('syncUseThat'), () => props.onStatus(conflict.other));
  }
  if (conflict.kind === 'back' && props.bookmarked) {
    return button(text('syncRemoveAgain'), props.onRemove);
  }
  return null;
}

function button(name: string, act: () => void): JSX.Element {
  return (
    <>
      {' '}
      <button type="button" class="quiet-link" onClick={act}>
        {name}
      </button>
    </>
  );
}
