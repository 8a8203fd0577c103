/** When work is done that a burst of events asks for: after so long without one, and at the latest after so long. */
export interface Patience {
  quietMs: number;
  mostMs: number;
}

/** Work that is done when nothing has asked for it for a while. */
export interface Quietly {
  /** Asks for it. */
  schedule(): void;
  /** Does what was asked for no more. */
  stop(): void;
}

/**
 * Does some work once for many that ask for it, when they are done asking; never twice at the same time.
 * @param work handles its own errors
 */
export function whenQuiet(
  work: () => Promise<void>,
  { quietMs, mostMs }: Patience,
  time: () => number,
): Quietly {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  let isRunning = false;
  let isDue = false;

  async function run(): Promise<void> {
    timer = undefined;
    waitingSince = undefined;
    if (isRunning) {
      isDue = true;
      return;
    }
    isRunning = true;
    await work();
    isRunning = false;
    if (isDue) schedule();
    isDue = false;
  }

  function schedule(): void {
    const now = time();
    waitingSince ??= now;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(quietMs, waitingSince + mostMs - now)));
  }

  return { schedule, stop: () => clearTimeout(timer) };
}
