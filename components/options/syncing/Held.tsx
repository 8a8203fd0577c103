import type { JSX } from 'preact';
import { text } from '../../../lib/text/text';

export interface HeldProps {
  /** Absent: papers are removed. */
  what?: 'notes' | undefined;
  onAnswer: (apply: boolean) => void;
}

/** Asks before very many removals of another machine are carried out here, or very many notes emptied. */
export function Held({ what, onAnswer }: HeldProps): JSX.Element {
  const isNotes = what === 'notes';
  return (
    <div class="offer-said">
      <p>{text(isNotes ? 'syncHeldNotesAct' : 'syncHeldAct')}</p>
      <div class="actions">
        <button type="button" class="button button-main" onClick={() => onAnswer(false)}>
          {text('syncHeldKeep')}
        </button>
        <button type="button" class="button button-danger" onClick={() => onAnswer(true)}>
          {text(isNotes ? 'syncHeldNotesApply' : 'syncHeldApply')}
        </button>
      </div>
    </div>
  );
}
