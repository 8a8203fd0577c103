import './browserKeys.css';
import type { JSX } from 'preact';
import { text } from '../../lib/text/text';

export interface BrowserKeysProps {
  /** What can be asked for by a key of the browser, and by which; an empty key: none is set. */
  keys: readonly { name: string; does: string; key: string }[];
  /** Opens the browser's own list, where they are changed. */
  onChange: () => void;
}

/** The keys that work everywhere in the browser, as they are set there. */
export function BrowserKeys({ keys, onChange }: BrowserKeysProps): JSX.Element {
  return (
    <>
      <p class="about">{text('browserKeysAbout')}</p>
      <dl class="browser-keys">
        {keys.map(({ name, does, key }) => (
          <div key={name}>
            <dt>{does}</dt>
            <dd>{key === '' ? text('browserKeyNone') : <kbd>{key}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={onChange}>
        {text('browserKeysChange')}
      </button>
    </>
  );
}
