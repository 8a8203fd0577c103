import type { JSX } from 'preact';
import { text } from '../../lib/text/text';

export interface RankingSwitchProps {
  on: boolean;
  onChange: (on: boolean) => void;
}

/** The switch for learning what fits the reader. */
export function RankingSwitch({ on, onChange }: RankingSwitchProps): JSX.Element {
  return (
    <label class="single-keys">
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>
        {text('rankingLabel')}
        <small>{text('rankingHint')}</small>
      </span>
    </label>
  );
}
