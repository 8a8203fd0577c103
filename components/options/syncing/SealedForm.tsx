import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../../../lib/text/text';
import { TextField } from './TextField';

export interface SealedFormProps {
  /** Whether the one before was wrong. */
  isWrong: boolean;
  onPassphrase: (passphrase: string) => void;
  onCancel: () => void;
}

/** Asks for the passphrase of a library that has one. */
export function SealedForm({ isWrong, onPassphrase, onCancel }: SealedFormProps): JSX.Element {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        onPassphrase(passphrase);
      }}
    >
      <p class="about">{text('syncSealedAbout')}</p>
      <TextField
        label={text('syncSealed')}
        isSecret
        value={passphrase}
        isRequired
        maxLength={1_000}
        onInput={setPassphrase}
      >
        <p class="field-problem" role="alert">
          {isWrong && text('syncWrongPassphrase')}
        </p>
      </TextField>
      <div class="actions">
        <button type="submit" class="button button-main">
          {text('syncContinue')}
        </button>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}
