import './dialog.css';
import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface ExportDialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** The export of some papers, above the page they are chosen on. Closing it gives the focus back to where it was. */
export function ExportDialog({ title, onClose, children }: ExportDialogProps): JSX.Element {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // At once: the next key may come before the next frame.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="export-dialog"
      aria-labelledby={id}
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault(); // it goes when it is no longer wanted
        onClose();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-button" aria-label={text('dismiss')} onClick={onClose}>
          <Icon picture={pictures.close} />
        </button>
      </header>
      {children}
    </dialog>
  );
}
