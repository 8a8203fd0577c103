import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../../lib/text/text';

export interface ConfirmDialogProps {
  title: string;
  /** What it would do, with numbers. */
  about: string;
  /** The button that does it. */
  action: string;
  /** Whether it cannot be taken back. */
  isFinal?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that is for many papers. Escape is "no". */
export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  const { title, about, action, isFinal = false, onConfirm, onCancel } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // At once: the next key may come before the next frame.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close(); // gives the focus back to where it was
  }, []);
  return (
    <dialog
      ref={dialog}
      class="confirm"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault(); // it goes when it is no longer asked
        onCancel();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-about`}>{about}</p>
      <div class="confirm-actions">
        <button type="button" class="button quiet" onClick={onCancel}>
          {text('cancel')}
        </button>
        <button
          type="button"
          class={isFinal ? 'button final' : 'button'}
          autofocus={!isFinal}
          onClick={onConfirm}
        >
          {action}
        </button>
      </div>
    </dialog>
  );
}
