import { bothChanges, type Change } from '../../messages/announce';

/** How long nothing is told after something was, in milliseconds: pages read their lists again each time. */
const REST_MS = 2_000;

/** Tells a change that comes alone at once, and those of a stream together, every two seconds. */
export function spaced(tell: (change: Change) => void, restMs = REST_MS): (change: Change) => void {
  let isResting = false;
  let waiting: Change | null = null;

  function say(change: Change): void {
    isResting = true;
    setTimeout(rested, restMs);
    tell(change);
  }

  function rested(): void {
    isResting = false;
    if (waiting === null) return;
    const change = waiting;
    waiting = null;
    say(change);
  }

  return (change) => {
    if (isResting) waiting = bothChanges(waiting ?? [], change);
    else say(change);
  };
}
