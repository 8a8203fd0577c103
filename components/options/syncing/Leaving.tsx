import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { text } from '../../../lib/text/text';

export interface LeavingProps {
  /** What people call the place. */
  host: string;
  onDisconnect: (andDelete: boolean) => void;
}

/** The ways out: the library stays in any case. */
export function Leaving({ host, onDisconnect }: LeavingProps): JSX.Element {
  const [asks, setAsks] = useState(false);
  const asking = useRef<HTMLButtonElement>(null);
  return (
    <>
      <p class="about">{text('syncLeaveAbout')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => onDisconnect(false)}>
          {text('syncDisconnect')}
        </button>
        <button
          ref={asking}
          type="button"
          class="button button-quiet"
          aria-expanded={asks}
          onClick={() => setAsks(!asks)}
        >
          {text('syncDelete')}
        </button>
      </div>
      {asks && (
        <fieldset class="confirmation">
          <legend class="visually-hidden">{text('syncDeleteYes')}</legend>
          <p>{text('syncDeleteAsk', host)}</p>
          <div class="actions">
            <button
              type="button"
              class="button button-danger"
              onClick={() => {
                setAsks(false);
                onDisconnect(true);
              }}
            >
              {text('syncDeleteYes')}
            </button>
            <button
              type="button"
              class="button button-quiet"
              onClick={() => {
                setAsks(false);
                asking.current?.focus();
              }}
            >
              {text('cancel')}
            </button>
          </div>
        </fieldset>
      )}
    </>
  );
}
