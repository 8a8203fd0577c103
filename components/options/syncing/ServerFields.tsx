import type { JSX } from 'preact';
import { text } from '../../../lib/text/text';
import type { FolderAddress } from '../../../lib/views/syncing/address';
import { TextField } from './TextField';

/** What the reader says about a server. */
export interface ServerValues {
  address: string;
  /** Whether the address is meant as it was typed, where something would be added to it. */
  isAsTyped: boolean;
  /** Whether http is wanted although others could read along. */
  allowsOpen: boolean;
  user: string;
  password: string;
}

export interface ServerFieldsProps {
  values: ServerValues;
  /** What the address means; null: it is not one. */
  folder: FolderAddress | null;
  /** Whether others on the way could read along. */
  isExposed: boolean;
  onChange: (values: ServerValues) => void;
}

/** Where a folder on a server is, and who enters it. */
export function ServerFields({
  values,
  folder,
  isExposed,
  onChange,
}: ServerFieldsProps): JSX.Element {
  const set = (some: Partial<ServerValues>): void => onChange({ ...values, ...some });
  return (
    <>
      <TextField
        label={text('syncAddress')}
        hint={text('syncAddressHint')}
        value={values.address}
        isRequired
        maxLength={2_000}
        onInput={(address) => set({ address, isAsTyped: false, allowsOpen: false })}
      >
        <div class="sync-address" aria-live="polite">
          {values.address.trim() !== '' && folder === null && (
            <p class="field-problem">{text('syncAddressWrong')}</p>
          )}
          {folder !== null && folder.typed !== null && (
            <p>
              {text('syncAddressCompleted', folder.address)}{' '}
              <button type="button" class="quiet-link" onClick={() => set({ isAsTyped: true })}>
                {text('syncAsTyped')}
              </button>
            </p>
          )}
        </div>
      </TextField>
      {isExposed && folder !== null && (
        <div class="warning">
          <p>{text('syncOpen', folder.host)}</p>
          <label class="sync-tick">
            <input
              type="checkbox"
              checked={values.allowsOpen}
              required
              onChange={({ currentTarget }) => set({ allowsOpen: currentTarget.checked })}
            />
            {text('syncOpenTick')}
          </label>
        </div>
      )}
      <div class="sync-pair">
        <TextField
          label={text('syncUser')}
          value={values.user}
          maxLength={1_000}
          autocomplete="username"
          onInput={(user) => set({ user })}
        />
        <TextField
          label={text('syncPassword')}
          hint={text('syncPasswordHint')}
          isSecret
          value={values.password}
          maxLength={1_000}
          autocomplete="current-password"
          onInput={(password) => set({ password })}
        />
      </div>
    </>
  );
}
