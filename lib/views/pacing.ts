import type { Change } from '../messages/announce';

/** A list that is read again faster than this need not be spared, in milliseconds. */
const FAST_MS = 200;

/** For how many times as long as it took it is left alone, and for how long at most, in milliseconds. */
const [TIMES, MOST_MS] = [3, 20_000];

/** So many changes in a row are taken in at once: a command, and what takes it back. */
const AT_ONCE = 2;

/**
 * Takes changes in. While a stream of them comes, as from another machine, a list that is read again for each would take
 * the disk and the processor from what it waits for: it rests in between. The last change is always taken in, and one that
 * names its papers at once.
 */
export function paced(
  takeIn: (change: Change) => Promise<void>,
  now: () => number = () => performance.now(),
): (change: Change) => void {
  let isBusy = false;
  let isDue = false;
  let inARow = 0;
  let last = Number.NEGATIVE_INFINITY;

  async function takeAllIn(): Promise<void> {
    isBusy = true;
    const start = now();
    inARow = start - last > MOST_MS ? 1 : inARow + 1;
    try {
      await takeIn('all');
    } finally {
      last = now();
      const took = last - start;
      if (took < FAST_MS || inARow < AT_ONCE) rested();
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
