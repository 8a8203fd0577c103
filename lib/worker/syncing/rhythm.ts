import type { Rhythm } from '../../messages/syncMessages';

const SECOND = 1_000;
/**
 * A change is captured and sent so long after the last one, and at most so long after the first. Not sooner: while
 * somebody works on, no star waits for it, and what is not captured yet is in the list of changes.
 */
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
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstAt: number | null = null;

  async function send(): Promise<void> {
    firstAt = null;
    if (await capture()) await run();
  }

  return {
    changed: () => {
      firstAt ??= now();
      clearTimeout(timer);
      const wait = Math.min(QUIET, Math.max(0, firstAt + MOST - now()));
      timer = setTimeout(() => {
        send().catch((error: unknown) => log('syncing', error));
      }, wait);
    },
    stop: () => {
      clearTimeout(timer);
      firstAt = null;
    },
  };
}

/** The name of the alarm that looks at the folder now and then. */
export const ALARM = 'sync';

/** During a first merge, minutes until a worker that was stopped in the middle of it is started again. */
const GOES_ON = 0.5;

/** How the alarm is set; null: there is none. */
export function alarmOf(minutes: Rhythm, isJoining: boolean): { periodInMinutes: number } | null {
  if (isJoining) return { periodInMinutes: GOES_ON };
  return minutes === null ? null : { periodInMinutes: minutes };
}
