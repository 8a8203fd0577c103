import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
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
  const group = useRef<HTMLFieldSetElement>(null);

  useLayoutEffect(() => {
    if (focus) group.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [focus]);

  return (
    <fieldset class="status-picker" ref={group}>
      <legend>{text('statusLabel')}</legend>
      {[null, ...STATUSES].map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            checked={choice === status}
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
