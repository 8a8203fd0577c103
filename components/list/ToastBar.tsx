import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { useKeptFocus } from './keptFocus';

export interface ToastBarProps {
  toast: {
    turn: number;
    kind: 'done' | 'busy' | 'error';
    text: string;
    action?: { text: string; run: () => void } | undefined;
  } | null;
  onDismiss: () => void;
  /** The focus was in a toast that is gone. */
  onLostFocus: () => void;
  /** Milliseconds that a toast stays, unless it is an error. */
  stay?: number;
}

/**
 * One message at the foot of the page. It stays while the pointer or the focus is on it, an error until it is
 * dismissed. The live regions are always there: a new one is not read out.
 */
export function ToastBar(props: ToastBarProps): JSX.Element {
  const { toast, onDismiss, stay = 8_000 } = props;
  const bar = useRef<HTMLDivElement>(null);
  useKeptFocus(bar, props.onLostFocus);
  const [held, setHeld] = useState(false);
  const leaves = toast?.kind === 'done' && !held;
  const turn = toast?.turn;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each toast has its own time
  useEffect(() => {
    if (!leaves) return;
    const timer = setTimeout(onDismiss, stay);
    return () => clearTimeout(timer);
  }, [leaves, turn, stay, onDismiss]);

  const body = toast && (
    <div class={`toast ${toast.kind}`} key={toast.turn}>
      <span>{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          class="toast-action"
          onClick={() => {
            setHeld(false);
            onDismiss();
            toast.action?.run();
          }}
        >
          {toast.action.text}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={text('dismiss')} onClick={onDismiss}>
        <Icon picture={pictures.close} />
      </button>
    </div>
  );
  return (
    <div
      ref={bar}
      class="toast-bar"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div role="status">{toast?.kind !== 'error' && body}</div>
      <div role="alert">{toast?.kind === 'error' && body}</div>
    </div>
  );
}
