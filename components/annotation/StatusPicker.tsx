import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { STATUSES, type Status } from '../../lib/papers/annotation';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import { statusIcon, statusText } from './status';

export interface StatusPickerProps {
  status: Status | null;
  onPick: (status: Status | null) => void;
  /** Takes the focus when it appears. */
  focus?: boolean;
}

/** To read, reading, read, or none: one of four. */
export function StatusPicker({ status, onPick, focus = false }: StatusPickerProps): JSX.Element {
  const name = useId();
  return (
    <fieldset class="status-picker">
      <legend>{text('statusLabel')}</legend>
      {[null, ...STATUSES].map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            checked={choice === status}
            ref={(input) => {
              if (focus && choice === status && input && !input.dataset['met']) {
                input.dataset['met'] = 'yes'; // only when it appears, not on every render
                input.focus();
              }
            }}
            onChange={() => onPick(choice)}
          />
          <span>
            {choice !== null && <Icon picture={statusIcon(choice)} />}
            {statusText(choice)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
