import { STATUSES, type Status } from '../../lib/papers/annotation';
import type { TextKey } from '../../lib/text/text';

/** What a key asks for while a row has the focus. */
export type RowCommand =
  | { do: 'move'; by: number }
  | { do: 'first' }
  | { do: 'last' }
  | { do: 'star' }
  | { do: 'edit' }
  | { do: 'open' }
  | { do: 'copy' }
  | { do: 'remove' }
  | { do: 'part'; part: 'tags' | 'note' }
  | { do: 'status'; status: Status | null };

const COMMANDS = new Map<string, RowCommand>([
  ['ArrowDown', { do: 'move', by: 1 }],
  ['j', { do: 'move', by: 1 }],
  ['ArrowUp', { do: 'move', by: -1 }],
  ['k', { do: 'move', by: -1 }],
  ['Home', { do: 'first' }],
  ['End', { do: 'last' }],
  ['s', { do: 'star' }],
  ['t', { do: 'part', part: 'tags' }],
  ['n', { do: 'part', part: 'note' }],
  ['e', { do: 'edit' }],
  ['Enter', { do: 'edit' }],
  ['o', { do: 'open' }],
  ['c', { do: 'copy' }],
  ['Delete', { do: 'remove' }],
  ['0', { do: 'status', status: null }],
  ...STATUSES.map((status, index): [string, RowCommand] => [
    String(index + 1),
    { do: 'status', status },
  ]),
]);

/** The keys that the list of shortcuts shows, and what they do. */
export const SHORTCUTS: readonly [keys: readonly string[], what: TextKey][] = [
  [['/'], 'shortcutSearch'],
  [['↓', '↑', 'j', 'k'], 'shortcutMove'],
  [['s'], 'shortcutStar'],
  [['t'], 'shortcutTags'],
  [['n'], 'shortcutNote'],
  [['1', '2', '3', '0'], 'shortcutStatus'],
  [['Enter', 'e'], 'shortcutEdit'],
  [['o'], 'shortcutOpen'],
  [['c'], 'shortcutCopy'],
  [['Delete'], 'shortcutRemove'],
  [['Ctrl/⌘ Z'], 'shortcutUndo'],
  [['Esc'], 'shortcutBack'],
  [['?'], 'shortcutHelp'],
];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** Whether a key is pressed by itself. */
function isPlain(press: Press): boolean {
  return !press.ctrlKey && !press.metaKey && !press.altKey && !press.isComposing;
}

/** Whether a key may be a shortcut: by itself, and no letter, digit or sign where those are switched off. */
export function isShortcut(press: Press, singleKeys: boolean): boolean {
  return isPlain(press) && (singleKeys || press.key.length > 1);
}

/** What a key pressed in a list asks for, or undefined. */
export function rowCommand(press: Press, singleKeys: boolean): RowCommand | undefined {
  return isShortcut(press, singleKeys) ? COMMANDS.get(press.key) : undefined;
}

/** Whether a key asks to take back the last step. */
export function isUndo(press: Press & Pick<KeyboardEvent, 'shiftKey'>): boolean {
  return (press.ctrlKey || press.metaKey) && !press.shiftKey && press.key.toLowerCase() === 'z';
}

/** Whether keys pressed on an element write into it or choose in it, and are no shortcuts. */
export function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}
