import type { Rhythm } from '../../messages/syncMessages';

const SECOND = 1_000;
/** What commands did is captured so soon after them, as it is copied. */
const CAPTURE = 0.7 * SECOND;
/** A change is sent so long after the last one, and at most so long after the first. */
const [QUIET, MOST] = [10 * SECOND, 60 * SECOND];
/** A page that is opened looks at the folder, unless somebody has just looked. */
export const JUST = 60 * SECOND;

/** What the rhythm needs of the world. */
export interface RhythmNeeds {
  now: () => number;
  /** What commands did becomes batches; whether some wait to be sent. */
  capture: () => Promise<boolean>;
  run: () => Promise<void>;
  log: (where: string, error: unknown) => void;
}

/** When something is captured and sent after changes here. */
export interface Sending {
  /** Something was written here. */
  changed(): void;
  stop(): void;
}

/** See `Sending`. */
export function createSending({ now, capture, run, log }: RhythmNeeds): Sending {
  let capturing: ReturnType<typeof setTimeout> | undefined;
  let sending: ReturnType<typeof setTimeout> | undefined;
  let firstAt: number | null = null;

  async function captureNow(): Promise<void> {
    capturing = undefined;
    if (!(await capture())) return;
    firstAt ??= now();
    clearTimeout(sending);
    const wait = Math.min(QUIET, Math.max(0, firstAt + MOST - now()));
    sending = setTimeout(() => {
      firstAt = null;
      run().catch((error: unknown) => log('syncing', error));
    }, wait);
  }

  return {
    changed: () => {
      capturing ??= setTimeout(() => {
        captureNow().catch((error: unknown) => log('capturing', error));
      }, CAPTURE);
    },
    stop: () => {
      clearTimeout(capturing);
      clearTimeout(sending);
      [capturing, sending, firstAt] = [undefined, undefined, null];
    },
  };
}

/** The name of the alarm that looks at the folder now and then. */
export const ALARM = 'sync';

/** How the alarm is set; null: there is none. */
export function alarmOf(minutes: Rhythm): { periodInMinutes: number } | null {
  return minutes === null ? null : { periodInMinutes: minutes };
}
