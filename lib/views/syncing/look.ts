import type { SyncState } from '../../messages/syncMessages';

/** How a line of status looks: `late`: it goes on by itself; `asks`: nothing goes on before the reader acts. */
export type SyncLook = 'fine' | 'busy' | 'late' | 'asks';

const LOOKS: { [kind in SyncState['kind']]: SyncLook } = {
  off: 'fine',
  inStep: 'fine',
  joining: 'busy',
  syncing: 'busy',
  waiting: 'late',
  stopped: 'asks',
  held: 'asks',
};

/** How the line about a state looks. */
export function syncLook(state: SyncState): SyncLook {
  return LOOKS[state.kind];
}

/** Nothing goes on before the reader acts. */
export type StoppedState = Extract<SyncState, { kind: 'stopped' }>;

/** It goes on by itself, later. */
export type WaitingState = Extract<SyncState, { kind: 'waiting' }>;

export type { CameFrom, Rhythm as SyncRhythm, SyncMachine } from '../../messages/syncMessages';
