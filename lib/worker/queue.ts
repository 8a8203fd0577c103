type Log = (where: string, error: unknown) => void;

/**
 * Work that nobody waits for, one after another in the order it was put in, so that of two badges the later stays.
 * Each begins in a task of its own, so that the answer of who put it in goes first. What fails is logged and stops nothing.
 */
export function createQueue(log: Log): (where: string, work: () => Promise<unknown>) => void {
  let last: Promise<unknown> = Promise.resolve();
  return (where, work) => {
    last = last
      .then(nextTask)
      .then(work)
      .catch((error: unknown) => log(where, error));
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
