import type { Bookmark } from '../papers/bookmark';
import type { Shelves } from '../papers/shelves';
import type { Piece, Ref, Root } from './chunks';
import type { Generation } from './generations';
import type { Head, JournalRecord } from './head';

// What was unpacked is what was packed: the checksum says so. But another version may have packed something else.

export function isBookmark(row: unknown): row is Bookmark {
  return has(row, 'paper', 'annotation') && has(row.paper, 'id') && isText(row.paper.id);
}

export function isRef(kid: unknown): kid is Ref {
  return (
    isPiece(kid) && has(kid, 'from', 'papers', 'bytes') && isText(kid.from) && isCount(kid.papers)
  );
}

export function isShelves(value: unknown): value is Shelves {
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
