import type { PaperId } from '../../papers/ids';
import type { SearchDocument } from '../document';
import type { Bits } from './bits';
import type { Places, Searched, Segment, Titles } from './segment';

/** The parts of a segment that are stored, and so read, each by itself. */
export interface Parts {
  ids: Pick<Segment, 'count' | 'ids'>;
  terms: Pick<Segment, 'terms' | 'postingsAt' | 'postings'>;
  columns: Omit<Searched, keyof Parts['ids'] | keyof Parts['terms']>;
  titles: Titles;
  places: Places;
}
export type PartName = keyof Parts;

/** A stored segment that counts. */
export interface SegmentState {
  number: number;
  /** Whether its papers are bookmarks, or else only in the history. */
  kept: boolean;
  count: number;
  /** Those of its documents that no longer count; null: none. */
  dead: Bits | null;
}

/** What the stored index consists of. */
export interface IndexState {
  /** Changes with every commit. */
  version: number;
  /** All papers that were touched up to here are in the segments. */
  through: number;
  segments: SegmentState[];
  /** By which terms all of it finds papers (`TERMS`), or all but what was touched since; absent: by those before 1. */
  terms?: number | undefined;
  /** Papers that are listed without their words, as these could not be read. */
  unreadable?: readonly PaperId[] | undefined;
  /** What a worker is indexing, or was when it died: one paper by itself, or (null) any number; which time it is tried. */
  attempt?: { paper: PaperId | null; times: number } | undefined;
}

/** Papers whose rows were written or deleted. */
export interface Touched {
  seq: number;
  ids: readonly PaperId[];
}

/** Where an index is read from: the stored segments, and the rows of what they do not know yet. */
export interface Source {
  /** The index as it is, and what was touched since: after `seq` and after what is in the segments. */
  news(seq: number): Promise<{ state: IndexState; touched: Touched[] }>;
  /** A part of a segment; null where it is gone: there is a newer index. */
  part<P extends PartName>(number: number, part: P): Promise<Parts[P] | null>;
  /** What there is to search of some papers; those that have no row (any more) are left out. */
  documents(ids: readonly PaperId[]): Promise<SearchDocument[]>;
}
