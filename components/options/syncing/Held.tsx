import type { JSX } from 'preact';
import { text } from '../../../lib/text/text';

/** Asks before very many removals of another machine are carried out here. */
export function Held({ onAnswer }: { onAnswer: (apply: boolean) => void }): JSX.Element {
  return (
    <div class="offer-said">
      <p>{text('syncHeldAct')}</p>
      <div class="actions">
        <button type="button" class="button button-main" onClick={() => onAnswer(false)}>
          {text('syncHeldKeep')}
        </button>
        <button type="button" class="button button-danger" onClick={() => onAnswer(true)}>
          {text('syncHeldApply')}
        </button>
      </div>
    </div>
  );
}
