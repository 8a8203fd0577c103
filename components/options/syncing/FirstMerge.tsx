import type { JSX } from 'preact';
import { numberText, text } from '../../../lib/text/text';

export interface FirstMergeProps {
  there: number;
  here: number;
  together: number;
  notesJoined: number;
  /** Whether there is no library in the folder yet. */
  isEmpty: boolean;
  /** Whether a passphrase was filled in that the library there does not have. */
  isNotSealed: boolean;
  onGoOn: () => void;
  onCancel: () => void;
}

/** What connecting would do; nothing has happened yet. */
export function FirstMerge(props: FirstMergeProps): JSX.Element {
  const { isEmpty, onGoOn, onCancel } = props;
  const figures = isEmpty
    ? [[text('syncHere'), props.here] as const]
    : [
        [text('syncThere'), props.there] as const,
        [text('syncHere'), props.here] as const,
        [text('syncTogether'), props.together] as const,
        [text('syncNotesJoined'), props.notesJoined] as const,
      ];
  return (
    <div class="first-merge">
      <h3>{text('syncPreview')}</h3>
      <p class="about">{text(isEmpty ? 'syncPreviewEmpty' : 'syncPreviewMerge')}</p>
      {props.isNotSealed && <p class="warning">{text('syncNotSealed')}</p>}
      <dl class="figures">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{numberText(count)}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <button type="button" class="button button-main" onClick={onGoOn}>
          {text(isEmpty ? 'syncPut' : 'syncMerge')}
        </button>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </div>
  );
}
