import type { CameFrom } from '../../messages/syncMessages';
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

/** Facts of one row each, by key. */
export interface SyncFacts {
  own: Own;
  seen: Seen;
  memory: FolderMemory;
  /** Papers that what came left unsettled. */
  unsettled: readonly string[];
  machines: ReadonlyMap<string, KnownMachine>;
}

export interface SyncStateRow {
  key: keyof SyncFacts;
  value: unknown;
}

/** Something that came from another machine; titles are read when they are shown. */
export interface CameRow extends Omit<CameFrom, 'title'> {
  seq: number;
}
