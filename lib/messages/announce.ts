import type { PaperId } from '../papers/ids';
import { sharedStorage, watchShared } from './sharedStorage';

// A write to a storage reaches every context in 5 ms, wakes nobody and needs no permission (docs/decisions/0004).
const KEY = 'pulse';

/** Which annotations changed; `all` after an import or an undo of many. */
export type Change = PaperId[] | 'all';

/** What two changes are together. */
export function bothChanges(one: Change, other: Change): Change {
  return one === 'all' || other === 'all' ? 'all' : [...one, ...other];
}

/** More ids than this are announced as `all`. */
const MOST_IDS = 500;

/** Tells every context that annotations changed. Called by the worker, after commit. */
export async function announce(change: Change): Promise<void> {
  const ids = change === 'all' || change.length > MOST_IDS ? 'all' : change;
  // An equal value would fire nothing.
  await sharedStorage().set({ [KEY]: { ids, turn: crypto.randomUUID() } });
}

/** Calls back on every announced change, until the signal aborts. */
export function onChange(heard: (change: Change) => void, signal: AbortSignal): void {
  const take = (pulse: unknown): void => {
    if (typeof pulse !== 'object' || pulse === null || !('ids' in pulse)) return;
    if (pulse.ids === 'all') heard('all');
    else if (Array.isArray(pulse.ids)) heard(pulse.ids);
  };
  watchShared(KEY, take, signal);
}
