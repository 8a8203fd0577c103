import type {
  CameFrom,
  CheckStep,
  MovedTo,
  Refusal,
  StopReason,
  SyncPlace,
  SyncState,
} from '../messages/syncMessages';
import { agoText } from './agoText';
import { conflictText, machineText } from './conflictText';
import { countText, listText, type TextKey, text } from './text';

/** Why nothing goes on, in a few words after a colon. */
const REASONS: { [reason in StopReason]: TextKey } = {
  offline: 'syncWhyOffline',
  refused: 'syncWhyRefused',
  untrusted: 'syncWhyUntrusted',
  notWebDav: 'syncWhyNotWebDav',
  noFolder: 'syncWhyNoFolder',
  full: 'syncWhyFull',
  tooLarge: 'syncWhyTooLarge',
  later: 'syncWhyLater',
  permission: 'syncWhyPermission',
  noLibrary: 'syncWhyNoLibrary',
  otherLibrary: 'syncWhyOtherLibrary',
  twoLibraries: 'syncWhyTwoLibraries',
  newer: 'syncWhyNewer',
};

type Failed = Omit<Extract<Refusal, { kind: 'failed' }>, 'kind'>;

/** What happened, and what can be done. */
const FAILURES: { [why in Failed['why']]: TextKey } = {
  offline: 'syncFailedOffline',
  refused: 'syncFailedRefused',
  untrusted: 'syncFailedUntrusted',
  notWebDav: 'syncFailedNotWebDav',
  noFolder: 'syncFailedNoFolder',
  full: 'syncFailedFull',
  tooLarge: 'syncFailedTooLarge',
  later: 'syncFailedLater',
  permission: 'syncFailedPermission',
};

/** What a server does that answers, and not as it should. */
const ODD_STEPS: { [step in CheckStep]?: TextKey } = {
  findWithSize: 'syncFailedFind',
  readBack: 'syncFailedReadBack',
  missingIsMissing: 'syncFailedMissing',
};

/** Failures that say nothing about the step at which they came. */
const ANYWHERE: readonly Failed['why'][] = ['offline', 'refused', 'untrusted', 'permission'];

/**
 * How this machine is with the others, in one line; null where there is nothing to say. What it is doing, when it last
 * was in step, or why it is not.
 */
export function syncLine(state: SyncState, now: Date): string | null {
  switch (state.kind) {
    case 'off':
      return null;
    case 'joining':
      return text('syncJoining');
    case 'syncing':
      return state.changes > 0 ? countText('syncSending', state.changes) : text('syncLooking');
    case 'inStep': {
      const ago = agoText(state.at, now);
      return state.machines > 0
        ? countText('syncInStep', state.machines, ago)
        : text('syncAlone', ago);
    }
    case 'waiting': {
      const why = text(REASONS[state.why]);
      return state.changes > 0
        ? countText('syncWaiting', state.changes, why)
        : text('syncNotInStep', why);
    }
    case 'stopped': {
      const why = text(REASONS[state.why]);
      return state.changes > 0
        ? countText('syncStoppedWaiting', state.changes, why)
        : text('syncStopped', why);
    }
    case 'held':
      return countText(
        state.what === 'notes' ? 'syncHeldNotes' : 'syncHeld',
        state.removals,
        machineText(state.machine),
        state.of,
      );
  }
}

/** What people call a place, and what kind it is. */
export interface NamedPlace {
  host: string;
  kind: SyncPlace['kind'];
}

/** Why a place could not be used, and what to do. */
export function syncFailure(
  { why, status }: Failed,
  { host, kind }: NamedPlace,
  step?: CheckStep,
): string {
  const odd = step && !ANYWHERE.includes(why) ? ODD_STEPS[step] : undefined;
  const isGone = kind === 'folder' && why === 'noFolder';
  const said = text(isGone ? 'syncFailedGone' : (odd ?? FAILURES[why]), host);
  return status === null ? said : `${said} ${text('syncAnswered', status)}`;
}

/** Where a server sends on whoever asks, and what to do. */
export function movedText({ address, isGuess }: MovedTo, host: string): string {
  return text(isGuess ? 'syncMovedGuess' : 'syncMoved', host, address);
}

/** Why a library could not be joined. */
export function syncRefusal(refusal: Refusal, place: NamedPlace): string {
  switch (refusal.kind) {
    case 'wrongPassphrase':
      return text('syncWrongPassphrase');
    case 'newer':
      return text('syncNewer');
    case 'cardless':
      return text('syncCardless');
    case 'changed':
      return text('syncChanged');
    case 'unsealed':
      return text('syncUnsealed');
    case 'failed':
      return syncFailure(refusal, place);
  }
}

const PARTS: { [part in Exclude<CameFrom['parts'][number], 'removed'>]: TextKey } = {
  starred: 'syncCameStarred',
  status: 'syncCameStatus',
  tags: 'syncCameTags',
  note: 'syncCameNote',
};

/** What came from another machine: the parts that changed, or what became of them where this machine said something else. */
export function cameText({ parts, conflict, machine }: CameFrom): string {
  if (conflict) return conflictText(conflict, machine);
  const changed = parts.flatMap((part) => (part === 'removed' ? [] : text(PARTS[part])));
  if (changed.length === 0) return text('happenedRemoved');
  return text('syncCameChanged', listText(changed));
}
