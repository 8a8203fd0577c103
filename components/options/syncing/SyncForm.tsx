import type { JSX } from 'preact';
import { text } from '../../../lib/text/text';
import { ChoiceGroup } from '../ChoiceGroup';
import { ServerFields, type ServerFieldsProps, type ServerValues } from './ServerFields';
import { TextField } from './TextField';

/** What the reader fills in to connect this machine. */
export interface SyncFormValues extends ServerValues {
  kind: 'webdav' | 'folder';
  passphrase: string;
  machineName: string;
}

export interface SyncFormProps extends Pick<ServerFieldsProps, 'folder' | 'isExposed'> {
  values: SyncFormValues;
  /** Name of the folder on this computer that was chosen; null: none. */
  chosen: string | null;
  onChange: (values: SyncFormValues) => void;
  /** Lets a folder be chosen; absent where the browser has none to choose. */
  onChoose?: (() => void) | undefined;
  /** Takes a correction back; absent where nothing is connected. */
  onCancel?: (() => void) | undefined;
  onConnect: () => void;
}

/** The one form that connects this machine with others. */
export function SyncForm(props: SyncFormProps): JSX.Element {
  const { values, chosen, onChange, onChoose, onCancel, onConnect } = props;
  const set = (some: Partial<SyncFormValues>): void => onChange({ ...values, ...some });
  const isServer = values.kind === 'webdav';
  const isReady = isServer ? props.folder !== null : chosen !== null;
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onConnect();
      }}
    >
      {onChoose && (
        <ChoiceGroup
          label={text('syncWhere')}
          value={values.kind}
          options={[
            ['webdav', text('syncOnServer')],
            ['folder', text('syncOnComputer')],
          ]}
          onPick={(kind) => set({ kind })}
        />
      )}
      {isServer ? (
        <ServerFields
          values={values}
          folder={props.folder}
          isExposed={props.isExposed}
          onChange={(server) => set(server)}
        />
      ) : (
        <div class="text-field">
          <p class="about">{text('syncOnComputerAbout')}</p>
          <div class="sync-chosen">
            <button type="button" class="button" onClick={onChoose}>
              {text('syncChoose')}
            </button>
            {chosen !== null && <span role="status">{text('syncChosen', chosen)}</span>}
          </div>
        </div>
      )}
      <TextField
        label={text('syncPassphrase')}
        hint={text('syncPassphraseHint')}
        isSecret
        value={values.passphrase}
        maxLength={1_000}
        autocomplete="new-password"
        onInput={(passphrase) => set({ passphrase })}
      />
      {!onCancel && (
        <TextField
          label={text('syncName')}
          value={values.machineName}
          isRequired
          maxLength={100}
          onInput={(machineName) => set({ machineName })}
        />
      )}
      <div class="actions">
        <button type="submit" class="button button-main" disabled={!isServer && !isReady}>
          {text('syncConnect')}
        </button>
        {onCancel && (
          <button type="button" class="button button-quiet" onClick={onCancel}>
            {text('cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
