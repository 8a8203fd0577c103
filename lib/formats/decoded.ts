import type { Incoming } from '../papers/bookmark';
import type { DismissedPaper } from '../papers/dismissed';
import type { SavedSearch } from '../papers/savedSearch';
import type { TagColour } from '../papers/tagColours';
import type { Break, Refusal, RowProblem } from './problems';

/**
 * What comes out of a file, in its order. `row` counts what could be a bookmark, from 1; `line` is where it begins.
 * After `refused` nothing comes.
 */
export type Decoded =
  | { kind: 'bookmark'; row: number; line: number; bookmark: Incoming; leftOut: RowProblem[] }
  | {
      kind: 'unreadable';
      row: number;
      line: number;
      id?: string;
      title?: string;
      /** Where it points to, where it is not a paper. */
      address?: string;
      reason: RowProblem;
    }
  /** A saved search, or a tag's colour: only our own file has them. */
  | { kind: 'search'; search: SavedSearch }
  | { kind: 'tagColour'; tag: string; colour: TagColour }
  /** A paper that is not for the reader. */
  | { kind: 'dismissed'; paper: DismissedPaper }
  /** Settings by name, as the file states them. */
  | { kind: 'settings'; stated: Record<string, unknown> }
  /** So many of them that cannot be read. */
  | {
      kind: 'unreadableSettings';
      list: 'searches' | 'tagColours' | 'dismissed' | 'settings';
      count: number;
    }
  | { kind: 'refused'; problem: Refusal }
  | { kind: 'broken'; problem: Break };

/**
 * Reads a file as it comes, piece by piece; never throws for what is in it. Line ends are "\n" alone.
 * `at` is when a record counts as created if it says nothing of time, `name` what the file is called: some programs keep
 * titles there.
 */
export type Decoder = (
  chunks: AsyncIterable<string>,
  at: string,
  name?: string,
) => AsyncGenerator<Decoded, void, void>;
