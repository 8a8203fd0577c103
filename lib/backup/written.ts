import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import type { SearchesAndColours } from '../papers/searchesAndColours';

// What is packed and stored, and how it is known again.

/** A chunk, and what is below it. */
export interface Ref {
  key: string;
  /** Lowest id in it. */
  from: PaperId;
  papers: number;
  /** Characters of this chunk, and of it with all that are below it. */
  own: number;
  bytes: number;
}

/** A chunk by itself. */
export type Piece = Pick<Ref, 'key' | 'own'>;

/** A tree: its topmost chunk, and how many levels of chunks are below that. */
export interface Root extends Ref {
  height: number;
}

/** A bookmark that takes the place of its paper's; null: it is none any more. */
export type Change = [id: PaperId, bookmark: Bookmark | null];

/** The copy as it was after the last change of some day. */
export interface Generation {
  /** The fold that made it: its name. */
  fold: number;
  root: Root | null;
  /** Saved searches and colours, under the name that they have in storage. */
  shelves: Piece | null;
  /** Up to where the database's list of changes is in it. */
  through: number;
  /** When the last change in it was made. ISO 8601, UTC. */
  at: string;
  /** The reader's own calendar day of that, `YYYY-MM-DD`. */
  day: string;
  /** Kept until then, whatever comes after: it was on offer, or is (`forever`). */
  pinned?: string;
}

/** The state of the copy. What is in the journal comes on top. */
export interface Head {
  version: 1;
  /** Counts the writes of the head: the higher one counts. */
  turn: number;
  /** Counts the folds. */
  fold: number;
  /** The database that this is a copy of. */
  database: string;
  /** Up to where the database's list of changes is in it. */
  through: number;
  root: Root | null;
  shelves: Piece | null;
  /** When its last change was made, and on which of the reader's days. */
  at: string;
  day: string;
  /** The first record of the journal that is not folded. */
  journal: number;
  /** A copy of the whole library is on its way, and this is the last id that is in it; null: it is complete. */
  scanned: PaperId | '' | null;
  /** Oldest first, without the present state. */
  generations: Generation[];
  /** Keys that are to be removed, if that has not happened yet. */
  doomed: string[];
  /** Characters of all chunks of all generations. */
  bytes: number;
}

/** Changes that are in no chunk yet. */
export interface JournalRecord {
  at: string;
  day: string;
  through: number;
  /** How many papers the library had then. */
  papers: number;
  changes: Change[];
  shelves?: SearchesAndColours;
}

// What was unpacked is what was packed: the checksum says so. But another version may have packed something else.

export function isBookmark(row: unknown): row is Bookmark {
  return has(row, 'paper', 'annotation') && has(row.paper, 'id') && isText(row.paper.id);
}

export function isRef(kid: unknown): kid is Ref {
  return (
    isPiece(kid) && has(kid, 'from', 'papers', 'bytes') && isText(kid.from) && isCount(kid.papers)
  );
}

export function isSearchesAndColours(value: unknown): value is SearchesAndColours {
  return has(value, 'searches', 'colours') && isList(value.searches) && isList(value.colours);
}

export function isHead(value: unknown): value is Head {
  return (
    has(value, 'version', 'turn', 'database', 'journal', 'scanned', 'generations', 'doomed') &&
    value.version === 1 &&
    isCount(value.turn) &&
    isText(value.database) &&
    isCount(value.journal) &&
    (value.scanned === null || isText(value.scanned)) &&
    isList(value.generations) &&
    value.generations.every(isGeneration) &&
    isList(value.doomed) &&
    value.doomed.every(isText) &&
    isGeneration(value)
  );
}

export function isRecord(value: unknown): value is JournalRecord {
  return (
    has(value, 'at', 'day', 'through', 'papers', 'changes') &&
    isText(value.at) &&
    isText(value.day) &&
    isCount(value.through) &&
    isList(value.changes) &&
    value.changes.every(isChange)
  );
}

export function isPiece(value: unknown): value is Piece {
  return has(value, 'key', 'own') && isText(value.key) && isCount(value.own);
}

function isGeneration(value: unknown): value is Generation {
  return (
    has(value, 'fold', 'root', 'shelves', 'through', 'at', 'day') &&
    isCount(value.fold) &&
    (value.root === null || isRoot(value.root)) &&
    (value.shelves === null || isPiece(value.shelves)) &&
    isCount(value.through) &&
    isText(value.at) &&
    isText(value.day)
  );
}

function isRoot(value: unknown): value is Root {
  return isRef(value) && has(value, 'height') && isCount(value.height);
}

function isChange(change: unknown): boolean {
  return isList(change) && isText(change[0]) && (change[1] === null || isBookmark(change[1]));
}

function has<K extends string>(value: unknown, ...keys: K[]): value is { [P in K]: unknown } {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value);
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
