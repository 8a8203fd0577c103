import type { StopReason, SyncNews, SyncState } from '../../messages/syncMessages';
import { REMOTE_FAILURES, type RemoteFailure, type RemoteFailureCode } from '../../remote/folder';
import { isOwnId } from '../../store/sync/former';
import type { Held, Standing } from '../../store/sync/rows';
import type { SyncState as Stored } from '../../store/sync/state';

const MINUTE = 60_000;
/** The longest that is waited after failures, in minutes. */
const MOST_MINUTES = 60;

/** What only the reader can change: it is not tried again before they act. A login page of a hotel's network passes by itself. */
const STOPS: readonly StopReason[] = [
  'refused',
  'permission',
  'noLibrary',
  'otherLibrary',
  'twoLibraries',
  'newer',
];

/** After a cycle that brought all in step, but for what was held back. */
export function inStep(now: string, held: Held | null, unread = 0): Standing {
  return { at: now, failure: null, nextAt: null, tries: 0, held, ...(unread > 0 && { unread }) };
}

/** After a cycle that failed: when it is tried again, in 1, 2, 4 … 60 minutes or as the server says. */
export function failed(
  before: Standing,
  { code, status, retryAfter }: Pick<RemoteFailure, 'code' | 'status' | 'retryAfter'>,
  now: string,
): Standing {
  if (STOPS.includes(code)) return stopped(before, code, status);
  const tries = before.tries + 1;
  const minutes = Math.min(MOST_MINUTES, 2 ** (tries - 1));
  const wait = Math.max(minutes * MINUTE, (retryAfter ?? 0) * 1_000);
  const nextAt = new Date(Date.parse(now) + wait).toISOString();
  return { ...before, failure: { why: code, status: status ?? null }, nextAt, tries };
}

/** After something that waits for the reader. */
export function stopped(before: Standing, why: StopReason, status?: number): Standing {
  return { ...before, failure: { why, status: status ?? null }, nextAt: null, tries: 0 };
}

/** What may pass by itself, as a drive that is connected again, and is found by looking: nothing is read or written before. */
const LOOKED_FOR: readonly StopReason[] = ['noLibrary', 'otherLibrary', 'twoLibraries'];

/** Whether a cycle may begin by itself. */
export function mayTry({ failure, nextAt }: Standing, now: string): boolean {
  if (failure === null || LOOKED_FOR.includes(failure.why)) return true;
  return nextAt !== null && nextAt <= now;
}

/** What pages are told. */
export function newsOf(stored: Stored, isRunning: boolean): SyncNews {
  return {
    state: stateOf(stored, isRunning),
    canUndoJoining: !stored.own.isJoining && stored.own.joiningStep !== undefined,
  };
}

function stateOf(stored: Stored, isRunning: boolean): SyncState {
  const { own, self, machines, standing } = stored;
  const { failure, nextAt, at, held, unread } = standing;
  const changes = new Set(self.outbox.flatMap(({ records }) => records.map(({ id }) => id))).size;
  if (isRunning) return own.isJoining ? { kind: 'joining' } : { kind: 'syncing', changes };
  if (failure !== null && nextAt !== null && isPassing(failure.why)) {
    return { kind: 'waiting', changes, why: failure.why, status: failure.status, nextAt };
  }
  if (failure !== null) return { kind: 'stopped', changes, ...failure };
  if (own.isJoining || at === null) return { kind: 'joining' };
  if (held !== null) {
    const { name: machine, ids, of, what } = held;
    return { kind: 'held', machine, removals: ids.length, of, ...(what && { what }) };
  }
  const others = [...self.seen.keys()].filter(
    (id) => !isOwnId(stored, id) && !machines.get(id)?.isForgotten,
  );
  return { kind: 'inStep', machines: others.length, at, ...(unread && { unread }) };
}

function isPassing(why: StopReason): why is RemoteFailureCode {
  return REMOTE_FAILURES.some((code) => code === why);
}
