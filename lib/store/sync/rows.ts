import type { CameFrom, StopReason } from '../../messages/syncMessages';
import type { PaperId } from '../../papers/ids';
import type { Batch, Replica } from '../../sync/elements';
import type { Seen } from '../../sync/seen';
import type { FolderMemory } from '../../sync/store';

// What the database keeps to bring machines in step. With sync off there is nothing of it.

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
}

/** Removals of another machine that were not applied. */
export interface Held {
  machine: string;
  name: string;
  /** Papers that are bookmarks here. */
  ids: readonly PaperId[];
  /** How many bookmarks there were. */
  of: number;
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
}

export interface SyncStateRow {
  key: keyof SyncFacts;
  value: unknown;
}

/** Something that came from another machine; titles are read when they are shown. */
export interface CameRow extends Omit<CameFrom, 'title'> {
  seq: number;
}
