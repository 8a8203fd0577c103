import { STATUSES } from '../../lib/papers/annotation';
import type { TextKey } from '../../lib/text/text';
import type { LibraryCommand } from '../../lib/views/library/commands';

type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/** Keys that one expects of any list. They act where the list has the focus. */
const LIST_KEYS = new Map<string, LibraryCommand>([
  ['ArrowDown', { do: 'move', by: 1 }],
  ['ArrowUp', { do: 'move', by: -1 }],
  ['PageDown', { do: 'page', by: 1 }],
  ['PageUp', { do: 'page', by: -1 }],
  ['Home', { do: 'first' }],
  ['End', { do: 'last' }],
  ['Enter', { do: 'open' }],
  [' ', { do: 'read' }],
  ['Delete', { do: 'remove' }],
]);

/** Keys of one letter; the reader can switch them off (WCAG 2.1.4). */
const SINGLE_KEYS = new Map<string, LibraryCommand>([
  ['j', { do: 'move', by: 1 }],
  ['k', { do: 'move', by: -1 }],
  ['x', { do: 'select' }],
  ['o', { do: 'read' }],
  ['s', { do: 'star' }],
  ['t', { do: 'tags' }],
  ['n', { do: 'note' }],
  ['c', { do: 'copy' }],
  ['/', { do: 'search' }],
  ['?', { do: 'help' }],
  ['0', { do: 'status', status: null }],
  ...STATUSES.map((status, index): [string, LibraryCommand] => [
    String(index + 1),
    { do: 'status', status },
  ]),
]);

/** Where the focus is, and whether keys of one letter are on. */
export interface Reach {
  inList: boolean;
  singleKeys: boolean;
}

/** What a key asks for, or undefined. Keys that write into a field are not asked here. */
export function libraryCommand(
  press: Press,
  { inList, singleKeys }: Reach,
): LibraryCommand | undefined {
  const { key, shiftKey, isComposing, altKey } = press;
  if (isComposing || altKey) return undefined;
  if (press.ctrlKey || press.metaKey) {
    if (key.toLowerCase() === 'z' && !shiftKey) return { do: 'undo' };
    if (key.toLowerCase() === 'a' && !shiftKey) return { do: 'selectAll' };
    return inList && key === ' ' ? { do: 'select' } : undefined;
  }
  if (key === 'Escape') return { do: 'back' };
  const command = inList ? LIST_KEYS.get(key) : undefined;
  if (command?.do === 'move' && shiftKey) return { ...command, extend: true };
  return command ?? (singleKeys ? SINGLE_KEYS.get(key) : undefined);
}

/** The keys that the list of shortcuts shows, and what they do. */
export const LIBRARY_SHORTCUTS: readonly [keys: readonly string[], what: TextKey][] = [
  [['/'], 'shortcutSearch'],
  [['↓', '↑', 'j', 'k'], 'shortcutMove'],
  [['Enter'], 'shortcutOpen'],
  [['Space', 'o'], 'shortcutRead'],
  [['x'], 'shortcutSelect'],
  [['Shift ↓', 'Shift ↑'], 'shortcutExtend'],
  [['Ctrl/⌘ A'], 'shortcutSelectAll'],
  [['s'], 'shortcutStar'],
  [['t'], 'shortcutTags'],
  [['n'], 'shortcutNote'],
  [['c'], 'shortcutCopy'],
  [['1', '2', '3', '0'], 'shortcutStatus'],
  [['Delete'], 'shortcutRemove'],
  [['Ctrl/⌘ Z'], 'shortcutUndo'],
  [['Esc'], 'shortcutStepBack'],
  [['?'], 'shortcutHelp'],
];
