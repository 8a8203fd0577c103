import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { text } from '../../lib/text/text';
import { NumberField } from './NumberField';

/** What the reader wants of dated files. */
export interface DatedWishes {
  every: 'never' | 'day' | 'week';
  to: 'folder' | 'downloads';
  keep: number;
}

export interface DatedFormProps {
  wishes: DatedWishes;
  /** Name of the chosen folder, null: none. */
  folder: string | null;
  onChange: (wishes: DatedWishes) => void;
  /** Lets a folder be chosen; absent where the browser cannot. */
  onChoose?: (() => void) | undefined;
  onSave: () => void;
}

/** How often files are saved by themselves, and where. Each choice holds at once. */
export function DatedForm(props: DatedFormProps): JSX.Element {
  const { wishes, folder, onChange, onChoose, onSave } = props;
  const { every, to, keep } = wishes;
  const id = useId();
  const isOn = every !== 'never';
  const isReady = to === 'downloads' || folder !== null;
  return (
    <div class="dated-form">
      <div class="dated-choice">
        <label for={`${id}-every`}>{text('datedEvery')}</label>
        <select
          id={`${id}-every`}
          value={every}
          onChange={({ currentTarget: { value } }) => {
            const next = (['never', 'day', 'week'] as const).find((one) => one === value);
            if (next) onChange({ ...wishes, every: next });
          }}
        >
          <option value="never">{text('datedNever')}</option>
          <option value="day">{text('datedDay')}</option>
          <option value="week">{text('datedWeek')}</option>
        </select>
      </div>
      {isOn && onChoose && (
        <div class="dated-choice">
          <label for={`${id}-to`}>{text('datedTo')}</label>
          <select
            id={`${id}-to`}
            value={to}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...wishes, to: value === 'folder' ? 'folder' : 'downloads' })
            }
          >
            <option value="downloads">{text('datedToDownloads')}</option>
            <option value="folder">{text('datedToFolder')}</option>
          </select>
        </div>
      )}
      {isOn && to === 'folder' && (
        <>
          <p>{folder === null ? text('datedNoFolder') : text('datedFolder', folder)}</p>
          <NumberField
            label={text('datedKeep')}
            value={keep}
            least={1}
            most={1_000}
            onChange={(value) => value >= 1 && onChange({ ...wishes, keep: Math.floor(value) })}
          />
        </>
      )}
      {isOn && to === 'downloads' && <p class="about">{text('datedDownloadsAbout')}</p>}
      {isOn && (
        <div class="actions">
          {to === 'folder' && onChoose && (
            <button type="button" class="button" onClick={onChoose}>
              {text('datedChoose')}
            </button>
          )}
          {isReady && (
            <button type="button" class="button" onClick={onSave}>
              {text('datedNow')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
