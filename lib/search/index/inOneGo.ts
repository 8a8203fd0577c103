/** Runs a generator to its end, without a pause. */
export function inOneGo<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
