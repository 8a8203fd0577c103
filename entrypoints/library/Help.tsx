import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LIBRARY_SHORTCUTS } from '../../components/library/keys';
import { ShortcutsDialog } from '../../components/list/ShortcutsDialog';
import { text } from '../../lib/text/text';
import type { SingleKeys } from './singleKeys';

/** All keys of the library page, and a switch for those of one letter. */
export function Help(props: { singleKeys: SingleKeys; onClose: () => void }): JSX.Element {
  const { singleKeys, onClose } = props;
  const [on, setOn] = useState(() => singleKeys.read());
  return (
    <ShortcutsDialog shortcuts={LIBRARY_SHORTCUTS} onClose={onClose}>
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
    </ShortcutsDialog>
  );
}
