import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { text } from '../../lib/text/text';
import { NumberField } from './NumberField';

/** How much the history keeps. */
export interface HistoryPolicy {
  maxAgeDays: number;
  maxPapers: number;
}

export interface HistoryFormProps {
  policy: HistoryPolicy;
  onSave: (policy: HistoryPolicy) => void;
  onClear: () => void;
}

/** Settings of the history, and a way to clear it that asks first. */
export function HistoryForm({ policy, onSave, onClear }: HistoryFormProps): JSX.Element {
  const [edited, setEdited] = useState(policy);
  const [asks, setAsks] = useState(false);
  const clear = useRef<HTMLButtonElement>(null);
  const stopAsking = (): void => {
    setAsks(false);
    clear.current?.focus();
  };
  return (
    <>
      <form
        class="history-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSave(edited);
        }}
      >
        <NumberField
          label={text('historyDays')}
          value={edited.maxAgeDays}
          least={1}
          most={36_500}
          onChange={(maxAgeDays) => setEdited({ ...edited, maxAgeDays })}
        />
        <NumberField
          label={text('historyPapers')}
          value={edited.maxPapers}
          least={100}
          most={1_000_000}
          onChange={(maxPapers) => setEdited({ ...edited, maxPapers })}
        />
        <div class="actions">
          <button type="submit" class="button">
            {text('historySave')}
          </button>
          <button
            ref={clear}
            type="button"
            class="button button-quiet"
            aria-expanded={asks}
            onClick={() => setAsks(!asks)}
          >
            {text('historyClear')}
          </button>
        </div>
      </form>
      {asks && (
        <Confirmation
          onCancel={stopAsking}
          onConfirm={() => {
            stopAsking();
            onClear();
          }}
        />
      )}
    </>
  );
}

interface ConfirmationProps {
  onCancel: () => void;
  onConfirm: () => void;
}

function Confirmation({ onCancel, onConfirm }: ConfirmationProps): JSX.Element {
  return (
    <fieldset class="confirmation">
      <legend class="visually-hidden">{text('historyClearYes')}</legend>
      <p>{text('historyClearAsk')}</p>
      <div class="actions">
        <button type="button" class="button button-danger" onClick={onConfirm}>
          {text('historyClearYes')}
        </button>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </fieldset>
  );
}
