import type { PaperId } from '../papers/ids';
import type { PartName } from '../papers/parts/parts';
import type { SyncConflict } from '../papers/timeline';

export type { SyncConflict };

import type { MovedTo, RemoteFailureCode } from '../remote/folder';

export type { MovedTo };

/**
 * Where the files are. The handle of a folder on this computer is in the database `asterism-remote`, put there by the
 * page in which it was chosen (`keepPicked`).
 */
export type SyncPlace =
  | { kind: 'webdav'; address: string; user: string; password: string }
  | { kind: 'folder' };

/** What is tried with a place, in this order: the first that fails ends it. */
export const CHECK_STEPS = [
  'reach',
  'logIn',
  'list',
  'makeFolder',
  'create',
  'findWithSize',
  'readBack',
  'remove',
  'missingIsMissing',
] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

/** What was tried with a place, and what is there where nothing failed. */
export interface CheckAnswer {
  done: CheckStep[];
  failed: { step: CheckStep; why: RemoteFailureCode; status: number | null } | null;
  there: PlaceContent | null;
  /** Where the server sends on whoever asks, where that failed and is known. */
  movedTo?: MovedTo | undefined;
}

/**
 * `newer`: a library of a version that this one must not write to. `cardless`: files of machines without the card that
 * says whose they are, and whether they are sealed: it may still be on its way.
 */
export type PlaceContent =
  | { kind: 'empty' }
  | { kind: 'newer' }
  | { kind: 'cardless' }
  | { kind: 'library'; id: string; isSealed: boolean; machines: number };

/**
 * Why a place could not be joined. But for `failed`, nothing was changed anywhere. `changed`: what is there is not what
 * the reader was shown; `unsealed`: this machine's library has a passphrase, and there it would have none.
 */
export type Refusal =
  | { kind: 'wrongPassphrase' }
  | { kind: 'newer' }
  | { kind: 'cardless' }
  | { kind: 'changed' }
  | { kind: 'unsealed' }
  | { kind: 'failed'; why: RemoteFailureCode; status: number | null };

/** How many bookmarks a first merge joins, and how many of the notes that both sides have become one of two. */
export interface MergePreview {
  kind: 'preview';
  there: number;
  here: number;
  together: number;
  notesJoined: number;
}

/**
 * Why nothing is sent or fetched until the reader acts. `otherLibrary`: the folder has the card of another one;
 * `twoLibraries`: two machines put one there at the same time, and the other one counts.
 */
export type StopReason =
  | RemoteFailureCode
  | 'noLibrary'
  | 'otherLibrary'
  | 'twoLibraries'
  | 'newer';

/** How this machine is with the others. `changes`: what was done here and is not in the folder yet, in papers. */
export type SyncState =
  | { kind: 'off' }
  | { kind: 'joining' }
  | { kind: 'syncing'; changes: number }
  /** `unread`: files of the folder that say nothing here. */
  | { kind: 'inStep'; machines: number; at: string; unread?: number | undefined }
  | {
      kind: 'waiting';
      changes: number;
      why: RemoteFailureCode;
      status: number | null;
      nextAt: string;
    }
  | { kind: 'stopped'; changes: number; why: StopReason; status: number | null }
  /** Of papers that are removed; of notes that are emptied where `what` says so. */
  | { kind: 'held'; machine: string; removals: number; of: number; what?: 'notes' | undefined };

/** Minutes between two looks at the folder; null: only when something changes here, and when asked. */
export const RHYTHMS = [5, 15, 60, null] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What pages are told without asking. */
export interface SyncNews {
  state: SyncState;
  /** Whether the first merge can be taken back. */
  canUndoJoining: boolean;
}

export interface SyncStatus extends SyncNews {
  /** Where the files are: the origin (`https://host`) for which the permission is, or the folder's name. */
  place: { kind: 'webdav'; origin: string } | { kind: 'folder'; name: string } | null;
  machineName: string;
  minutes: Rhythm;
}

/** A machine that writes to the folder. */
export interface SyncMachine {
  id: string;
  name: string;
  /** When its last batch was written, by its own clock. */
  lastSeen: string | null;
  isThis: boolean;
  /** Null: the folder cannot be reached now. */
  files: number | null;
  bytes: number | null;
}

/** Something that came from another machine. */
export interface CameFrom {
  at: string;
  machine: string;
  paperId: PaperId;
  title: string;
  parts: (PartName | 'removed')[];
  /** So many papers came at once; the one that is named is one of them. */
  count?: number | undefined;
  conflict?: SyncConflict | undefined;
}

type Nothing = Record<never, never>;

/** What is said about the same library on other machines. Nothing is contacted before `sync.check`. */
export interface SyncMessages {
  'sync.status': { request: Nothing; answer: SyncStatus };
  /** Tries a place, step by step; what it creates it removes. The permission is there already: it needs a click. */
  'sync.check': { request: { place: SyncPlace }; answer: CheckAnswer };
  /** Gives up the check that runs; it is answered as if nobody was there. */
  'sync.endCheck': { request: Nothing; answer: { told: true } };
  /** What joining would do; nothing is written anywhere. `library` is what the check found: its id, or null. */
  'sync.preview': {
    request: { place: SyncPlace; passphrase?: string | undefined; library: string | null };
    answer: MergePreview | Refusal;
  };
  /**
   * Turns sync on. A folder that is empty gets a library, with a passphrase a sealed one. `library` is what the reader was
   * shown, its id or null, and nothing else is joined; absent, only the place of this machine's own is corrected. The rest
   * is told by the status.
   */
  'sync.connect': {
    request: {
      place: SyncPlace;
      passphrase?: string | undefined;
      machineName: string;
      library?: string | null | undefined;
    };
    answer: { kind: 'started' } | Refusal;
  };
  /** Takes the first merge back and turns sync off: the library is as it was before. What was sent stays in the folder. */
  'sync.undoJoining': { request: Nothing; answer: { undone: boolean } };
  'sync.now': { request: Nothing; answer: { told: true } };
  /** Turns sync off; the library stays. With `andDelete` files of ours go from the folder: `left` are those that did not. */
  'sync.disconnect': { request: { andDelete: boolean }; answer: { left: number } };
  'sync.machines': { request: Nothing; answer: { machines: SyncMachine[] } };
  /** Takes a machine off the list. */
  'sync.forget': { request: { id: string }; answer: { told: true } };
  /** The last 200 things that came, the newest first. */
  'sync.came': { request: Nothing; answer: { came: CameFrom[] } };
  /** Very many removals of another machine, or emptied notes, were held back: they are carried out, or the papers are said again. */
  'sync.answerHeld': { request: { apply: boolean }; answer: { told: true } };
  /** The folder has no card: this library is put there again. */
  'sync.putThere': { request: Nothing; answer: { told: true } | Refusal };
  'sync.rhythm': { request: { minutes: Rhythm }; answer: { told: true } };
}
