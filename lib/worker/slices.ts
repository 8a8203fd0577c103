/** What slicing needs of the world: the time in milliseconds, and a way to let others have their turn. */
export interface Pace {
  time: () => number;
  rest: () => Promise<void>;
}

/** Longest that one slice takes, in milliseconds: a star that is clicked meanwhile waits no longer. */
const SLICE_MS = 6;

/** The pace of a context with a clock. A timer would wait for 4 ms each time; a message waits its turn and no longer. */
export function createPace(): Pace {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return {
    time: () => performance.now(),
    rest: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port2.postMessage(null);
      }),
  };
}

/** Runs a generator to its end, a slice at a time. */
export async function inSlices<T>(work: Generator<void, T>, { time, rest }: Pace): Promise<T> {
  let start = time();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (time() - start < SLICE_MS) continue;
    await rest();
    start = time();
  }
}
