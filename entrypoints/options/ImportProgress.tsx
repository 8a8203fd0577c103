import type { JSX } from 'preact';
import { Progress } from '../../components/options/Progress';
import type { ImportState } from '../../lib/imports/importing';
import { numberText, text } from '../../lib/text/text';

export interface ImportProgressProps {
  state: ImportState;
  onCancel: () => void;
}

/** How far an import is, while it is going on. */
export function ImportProgress({ state, onCancel }: ImportProgressProps): JSX.Element | null {
  switch (state.step) {
    case 'reading': {
      const percent = Math.floor((state.done / Math.max(state.total, 1)) * 100);
      const label = text('importReading', state.name, percent);
      return <Progress label={label} done={state.done} total={state.total} onCancel={onCancel} />;
    }
    case 'comparing': {
      const label = text('importComparing', state.name);
      return <Progress label={label} done={state.done} total={state.total} onCancel={onCancel} />;
    }
    case 'applying': {
      const { done, total, canCancel } = state;
      const label = canCancel
        ? text('importApplying', numberText(done), numberText(total))
        : text('importFinishing');
      const cancel = canCancel ? onCancel : undefined;
      return <Progress label={label} done={done} total={total} onCancel={cancel} />;
    }
    default:
      return null;
  }
}
