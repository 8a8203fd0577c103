import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type TextKey, text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { SHORTCUTS } from './keys';
import { type SingleKeys, SingleKeysSwitch } from './SingleKeys';

export interface ShortcutsDialogProps {
  onClose: () => void;
  /** Absent: the popup's. */
  shortcuts?: readonly [keys: readonly string[], what: TextKey][];
  singleKeys: SingleKeys;
}

/** All keys and what they do, and a switch for those of one letter. */
export function ShortcutsDialog(props: ShortcutsDialogProps): JSX.Element {
  const { onClose, shortcuts = SHORTCUTS, singleKeys } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="shortcuts"
      aria-labelledby="shortcuts-title"
      onClose={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' && event.key !== '?') return;
        event.preventDefault(); // Escape would close a popup as well
        dialog.current?.close();
      }}
    >
      <header>
        <h2 id="shortcuts-title">{text('shortcuts')}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={text('dismiss')}
          onClick={() => dialog.current?.close()}
        >
          <Icon picture={pictures.close} />
        </button>
      </header>
      <dl>
        {shortcuts.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text(what)}</dd>
          </div>
        ))}
      </dl>
      <SingleKeysSwitch singleKeys={singleKeys} />
    </dialog>
  );
}
