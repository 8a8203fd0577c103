import type { Base, Elements } from './bases';
import type { Dot } from './dots';
import type { Batch } from './elements';
import type { Self } from './machine';
import type { Seen } from './seen';

/** A base that was read, and when this machine first saw it. */
export interface KnownBase extends Base {
  since: string;
  /** What machines are called, by id: its writer, and those that it knew. */
  names?: ReadonlyMap<string, string> | undefined;
}

/** What a machine remembers of the folder. Times are its own clock's, ISO 8601 in UTC. */
export interface FolderMemory {
  /** The card of the library, as it is in the folder; null: no library was opened yet. */
  card: { name: string; text: string } | null;
  /** Files of ours that were there last time and left nothing to do; null: look at all of them. */
  calm: readonly string[] | null;
  /** The last of the batches that are being sent as one file. */
  sending: Dot | null;
  /** Bases that are there, by name. */
  bases: ReadonlyMap<string, KnownBase>;
  /** Of those, the ones of which a part lacks. */
  broken: readonly string[];
  /** Files that were not what their names say, and when that was first found. */
  damaged: ReadonlyMap<string, string>;
  /** Since when something that this machine has seen is not in the folder. */
  missingSince: string | null;
  /** Whether something that this machine has said is in no file: a base has to have it before anything is sent. */
  owesBase: boolean;
  /** When to write a base, where the logs have become many. */
  baseAt: string | null;
  /** When the parts were last looked at. */
  partsAt: string | null;
  /** Parts that no base names, and since when. */
  unnamed: ReadonlyMap<string, string>;
}

/** Nothing is known of the folder. */
export const NO_MEMORY: FolderMemory = {
  card: null,
  calm: null,
  sending: null,
  bases: new Map(),
  broken: [],
  damaged: new Map(),
  missingSince: null,
  owesBase: false,
  baseAt: null,
  partsAt: null,
  unnamed: new Map(),
};

/** Neighbouring parts of a whole state. */
export interface NextParts {
  from: string;
  elements: Elements;
  /** How many they are. */
  count: number;
}

/** A machine's own side. Each call is one transaction: whole when it has answered, or not at all. */
export interface SyncStore {
  /** What the machine knows of itself and of the folder. */
  load(): Promise<{
    self: Self;
    name: string;
    isJoining: boolean;
    memory: FolderMemory;
    /** What other machines are called, as far as that is known. */
    names?: ReadonlyMap<string, string>;
  }>;
  /** What commands did goes into batches (`captureAll`). Nothing while the machine is joining. */
  capture(): Promise<void>;
  /** A batch that is ready and new: its papers are captured, then it is applied (`receive`). */
  apply(batch: Batch): Promise<void>;
  /**
   * A whole state begins to come, a part at a time, that with the greatest ids first. Returns how many of its parts have
   * come already, before this machine stopped.
   */
  beginState(base: string, seen: Seen): Promise<number>;
  /**
   * The next of its parts, `count` of them: all that there is about papers from an id on, up to where those before begin.
   * `meanwhile` may be called when there is nothing to do for a while but to wait for the disk, more than once.
   */
  takeParts(parts: NextParts, meanwhile?: () => void): Promise<void>;
  /** All of it has come, and is taken in (`takeIn`). */
  joinState(): Promise<void>;
  /** The machine gets a new id (`leaveId`). */
  leaveId(): Promise<void>;
  /** Papers that what came left unsettled (`settle`). */
  settle(): Promise<void>;
  /**
   * A machine that had a library before it came to this one: both become one (`meet`), and what differs is captured. Where
   * that is much it goes into no batch that is sent, but into a base (`owesBase`).
   */
  endJoining(): Promise<void>;
  /**
   * All that the machine has, at one moment: papers in the order of ids, a few at a time. Until `work` is done nothing is
   * captured.
   */
  reading<T>(work: (self: Self, papers: AsyncIterable<Elements>) => Promise<T>): Promise<T>;
  /** These batches are in the folder. */
  sent(dots: readonly Dot[]): Promise<void>;
  remember(memory: Partial<FolderMemory>): Promise<void>;
}
