import { createContext, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../../lib/text/text';

/** Whether keys of one letter are shortcuts, as the reader set it (WCAG 2.1.4). */
export interface SingleKeys {
  read(): boolean;
  write(on: boolean): void;
}

/** What a list asks at every key, however deep in the page it is. */
export const SingleKeysOn = createContext<Pick<SingleKeys, 'read'>>({ read: () => true });

/** The switch for keys of one letter. */
export function SingleKeysSwitch({ singleKeys }: { singleKeys: SingleKeys }): JSX.Element {
  const [on, setOn] = useState(() => singleKeys.read());
  return (
    <label class="single-keys">
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget: { checked } }) => {
          singleKeys.write(checked);
          setOn(checked);
        }}
      />
      <span>
        {text('singleKeysLabel')}
        <small>{text('singleKeysHint')}</small>
      </span>
    </label>
  );
}
