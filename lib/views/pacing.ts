import type { Change } from '../messages/announce';

/** A list that is read again faster than this need not be spared, in milliseconds. */
const FAST_MS = 200;

/** For how many times as long as it took it is left alone, and for how long at most, in milliseconds. */
const [TIMES, MOST_MS] = [3, 20_000];

/**
 * Takes changes in. While very much comes for a while, as from another machine, a list that is read again and again would
 * take the disk and the processor from what it waits for: it rests in between. The last change is always taken in, and one
 * that names its papers at once.
 */
export function paced(
  takeIn: (change: Change) => Promise<void>,
  now: () => number = () => performance.now(),
): (change: Change) => void {
  let isBusy = false;
  let isDue = false;

  async function takeAllIn(): Promise<void> {
    isBusy = true;
    const start = now();
    try {
      await takeIn('all');
    } finally {
      const took = now() - start;
      if (took < FAST_MS) rested();
      else setTimeout(rested, Math.min(took * TIMES, MOST_MS));
    }
  }

  function rested(): void {
    isBusy = false;
    if (!isDue) return;
    isDue = false;
    void takeAllIn();
  }

  return (change) => {
    if (change !== 'all') void takeIn(change);
    else if (isBusy) isDue = true;
    else void takeAllIn();
  };
}
