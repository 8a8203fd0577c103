import { STATUSES, type Status } from '../../lib/papers/annotation';
import type { TextKey } from '../../lib/text/text';

/** What a key is for in a list of papers: the same in every list of ours. */
export type PaperKey =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'details'
  | 'star'
  | 'tags'
  | 'note'
  | 'copy'
  | 'remove'
  | { status: Status | null };

/**
 * The one list of keys. Enter opens what the row is about, the paper; `o`, `e` and Space open the other, what the
 * reader has said about it.
 */
export const PAPER_KEYS: ReadonlyMap<string, PaperKey> = new Map<string, PaperKey>([
  ['ArrowDown', 'next'],
  ['j', 'next'],
  ['ArrowUp', 'previous'],
  ['k', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Enter', 'open'],
  ['o', 'details'],
  ['e', 'details'],
  [' ', 'details'],
  ['s', 'star'],
  ['t', 'tags'],
  ['n', 'note'],
  ['c', 'copy'],
  ['Delete', 'remove'],
  ['0', { status: null }],
  ...STATUSES.map((status, index): [string, PaperKey] => [String(index + 1), { status }]),
]);

/** What a key goes on with while it is held; nobody wants a star set and taken off again thirty times a second. */
export const WHILE_HELD: ReadonlySet<string> = new Set(['move', 'page', 'first', 'last']);

/** The same as the lists of shortcuts show it; `details` says what `o` opens there. */
export function paperShortcuts(
  details: TextKey,
): readonly [keys: readonly string[], what: TextKey][] {
  return [
    [['↓', '↑', 'j', 'k'], 'shortcutMove'],
    [['Enter'], 'shortcutOpen'],
    [['Space', 'o', 'e'], details],
    [['s'], 'shortcutStar'],
    [['t'], 'shortcutTags'],
    [['n'], 'shortcutNote'],
    [['c'], 'shortcutCopy'],
    [['1', '2', '3', '0'], 'shortcutStatus'],
    [['Delete'], 'shortcutRemove'],
  ];
}
