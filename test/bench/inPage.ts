// Runs in a page, from its first moment: given to `addInitScript`, so nothing of this file's outside is seen in here.

/** What a measured page tells; times are milliseconds since its navigation began. */
export interface Told {
  /** When the first rows were painted; null: not yet. */
  rowsAt: number | null;
  /** Of each key that was pressed: when, and when the results of it were painted. */
  keys: { pressed: number; painted: number | null }[];
  /** Tasks over 50 ms. */
  longTasks: { start: number; duration: number }[];
  /** The longest time between two frames since it was last asked for. */
  longestFrame: number;
}

/** Rows of the popup and of the library page, and of their floors. */
export const ROWS = '.paper-row .paper-title, .grid-row .row-title';

/**
 * Watches for rows, for the answers to keys, and for long tasks. The popup's results say by `aria-busy` that they are
 * not yet there, the library page's by a new `data-serial` that they are there and complete.
 */
export function watchPaints(rows: string): void {
  const told: Told = { rowsAt: null, keys: [], longTasks: [], longestFrame: 0 };
  Object.assign(globalThis, { told });

  /** Calls back in the first task after a frame, which is when the frame has been painted. */
  function afterPaint(done: () => void): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  }

  /** A ResizeObserver is told in the very frame in which its element is laid out first. */
  function whenPainted(element: Element, done: () => void): void {
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      afterPaint(done);
    });
    observer.observe(element);
  }

  let asked: { pressed: number; painted: number | null } | null = null;
  let wasBusy = false;
  let serial: string | undefined;
  const serialNow = (): string | undefined =>
    document.querySelector<HTMLElement>('[data-serial]')?.dataset['serial'];

  /** Whether what was asked for last is in the document. */
  function isAnswered(): boolean {
    const panel = document.querySelector('[role=tabpanel]');
    const now = serialNow();
    // It is absent while more may be found: a first part of the results is no answer.
    if (panel === null) return now !== undefined && now !== serial;
    const isBusy = panel.ariaBusy === 'true';
    wasBusy ||= isBusy;
    return wasBusy && !isBusy;
  }

  new MutationObserver(() => {
    if (told.rowsAt === null) {
      const first = document.querySelector(rows);
      if (first) {
        told.rowsAt = -1;
        whenPainted(first, () => {
          told.rowsAt = performance.now();
        });
      }
    }
    if (asked === null || !isAnswered()) return;
    const answered = asked;
    asked = null;
    requestAnimationFrame(() =>
      afterPaint(() => {
        answered.painted = performance.now();
      }),
    );
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['aria-busy', 'data-serial'],
  });

  addEventListener(
    'keydown',
    ({ timeStamp, key }) => {
      if (key.length > 1 && key !== 'Backspace') return;
      asked = { pressed: timeStamp, painted: null };
      wasBusy = false;
      serial = serialNow() ?? serial;
      told.keys.push(asked);
    },
    { capture: true },
  );

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      told.longTasks.push({ start: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
}
