/** Gives the page a turn, if it has waited for long enough. */
export type Pace = () => Promise<void>;

/** Work that calls this between its pieces never holds the page for much longer than `longest` milliseconds. */
export function pacer(
  longest = 12,
  clock: () => number = () => performance.now(),
  turn: () => Promise<void> = nextTask,
): Pace {
  let since = clock();
  return async () => {
    if (clock() - since < longest) return;
    await turn();
    since = clock();
  };
}

/** Resolves when the browser has had time for input and drawing. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
