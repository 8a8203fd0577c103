import type { CameFrom, StopReason } from '../../messages/syncMessages';
import type { PaperId } from '../../papers/ids';
import type { Batch, Element, Replica } from '../../sync/elements';
import type { Seen } from '../../sync/seen';
import type { FolderMemory } from '../../sync/store';

// What the database keeps to bring machines in step. With sync off there is next to nothing of it (`clearSync`).

/** What was said about one paper. */
export interface SaidOf extends Replica {
  /** A paper's id, also one that only a newer version knows. */
  id: string;
}

/** What was said about neighbouring papers, in the order of their ids: from `first` on, up to the next row. */
export interface ReplicaRow {
  first: string;
  papers: SaidOf[];
}

/** A batch of this machine that is not in the folder yet, by its number. */
export interface OutboxRow {
  n: number;
  batch: Batch;
}

/** What this machine knows of itself. */
export interface Own {
  /** Its id in the folder. */
  machine: string;
  /** What the reader calls it. */
  name: string;
  isJoining: boolean;
  /**
   * How far a first merge is that has begun: up to which paper, the step that takes it back, and up to where what was
   * noted is captured.
   */
  met?: { through: string; step: number; parts: number; noted: number } | undefined;
  /** The step that takes the first merge back, while nothing but it was done here. */
  joiningStep?: number | undefined;
}

/** A whole state of another machine that is on its way in, a part at a time, that with the greatest ids first. */
export interface Taking {
  /** Its file. */
  base: string;
  seen: Seen;
  /** How many of its parts have come. */
  parts: number;
  /** Papers from this id on have come; null: none has. */
  below: string | null;
  /** Where it is written into the library as it comes: see `straight.ts`. */
  straight: Straight | null;
  /** All of it has come, and is being written: it is done without the folder, whatever happens. */
  isWhole: boolean;
}

/** A whole state that a library without papers takes in as it comes. */
export interface Straight {
  /** The step that takes it back, and how many parts it has. */
  step: number;
  stepParts: number;
  /** Up to where what was noted is captured, or noted by this alone. */
  noted: number;
}

/** What a whole state says about some papers, where that differs from what is here. */
export interface Coming {
  papers: readonly { id: string; elements: readonly Element[] }[];
}

/** Another machine, as its batches say. */
export interface KnownMachine {
  name: string;
  /** When its last batch was written, by its own clock. */
  at: string;
  /** The reader does not want to see it any more. */
  isForgotten?: boolean;
}

/** What the last cycles came to. Times are this machine's clock's. */
export interface Standing {
  /** When all was in step last. */
  at: string | null;
  /** Why it is not now. */
  failure: { why: StopReason; status: number | null } | null;
  /** When it is tried again; null where it waits for the reader, or for nothing. */
  nextAt: string | null;
  /** How many cycles have failed since one did not. */
  tries: number;
  /** Very many removals of another machine that wait for the reader. */
  held: Held | null;
  /** Files of the folder that say nothing here (`Outcome`); absent: none. */
  unread?: number | undefined;
}

/** Removals of another machine, or emptied notes, that were not applied. */
export interface Held {
  machine: string;
  name: string;
  /** Papers that are bookmarks here. */
  ids: readonly PaperId[];
  /** How many bookmarks there were, or notes. */
  of: number;
  /** Absent: papers are removed. */
  what?: 'notes' | undefined;
}

/** Nothing was tried yet. */
export const NOTHING_TRIED: Standing = {
  at: null,
  failure: null,
  nextAt: null,
  tries: 0,
  held: null,
};

/** Facts of one row each, by key. */
export interface SyncFacts {
  own: Own;
  seen: Seen;
  memory: FolderMemory;
  /** Papers that what came left unsettled. */
  unsettled: readonly string[];
  machines: ReadonlyMap<string, KnownMachine>;
  standing: Standing;
  /** Null: no whole state is on its way. */
  taking: Taking | null;
  /** What this machine wrote under ids that it had before (`former.ts`). It outlives sync. */
  former: Seen;
}

/** A fact, or some papers of a whole state that is on its way (`Coming`). */
export interface SyncStateRow {
  key: keyof SyncFacts | `coming ${string}`;
  value: unknown;
}

/** Something that came from another machine; titles are read when they are shown. */
export interface CameRow extends Omit<CameFrom, 'title'> {
  seq: number;
}
