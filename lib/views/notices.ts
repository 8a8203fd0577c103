/** A message at the foot of a page. `turn` tells two equal ones apart. */
export interface Toast {
  turn: number;
  /** An error stays until it is dismissed, what is busy until it is done; what is done goes by itself. */
  kind: 'done' | 'busy' | 'error';
  text: string;
  action?: { text: string; run: () => void } | undefined;
}

/** Something said to screen readers only. */
export interface Announcement {
  turn: number;
  text: string;
}

/** What a page tells its reader: the last thing said, and the toast on show. */
export interface Notices {
  said(): Announcement;
  toast(): Toast | null;
  say(text: string): void;
  show(kind: Toast['kind'], text: string, action?: Toast['action']): void;
  dismiss(): void;
}

/** See `Notices`. */
export function createNotices(onChange: () => void): Notices {
  let turn = 0;
  let said: Announcement = { turn, text: '' };
  let toast: Toast | null = null;
  const next = (): number => {
    turn += 1;
    return turn;
  };
  return {
    said: () => said,
    toast: () => toast,
    say(text) {
      said = { turn: next(), text };
      onChange();
    },
    show(kind, text, action) {
      // How far something is, is one message that changes.
      const last = kind === 'busy' && toast?.kind === 'busy' ? toast.turn : next();
      toast = { turn: last, kind, text, action };
      onChange();
    },
    dismiss() {
      toast = null;
      onChange();
    },
  };
}
