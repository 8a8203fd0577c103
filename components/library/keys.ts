import type { TextKey } from '../../lib/text/text';
import type { LibraryCommand } from '../../lib/views/library/commands';
import { PAPER_KEYS, type PaperKey, paperShortcuts, WHILE_HELD } from '../list/paperKeys';

type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'repeat'
>;

const COMMANDS: Record<Exclude<PaperKey, object>, LibraryCommand> = {
  next: { do: 'move', by: 1 },
  previous: { do: 'move', by: -1 },
  first: { do: 'first' },
  last: { do: 'last' },
  open: { do: 'open' },
  details: { do: 'read' },
  star: { do: 'star' },
  tags: { do: 'tags' },
  note: { do: 'note' },
  copy: { do: 'copy' },
  remove: { do: 'remove' },
};

/** What only a list with a selection and a pane has. */
const OWN_KEYS = new Map<string, LibraryCommand>([
  ['PageDown', { do: 'page', by: 1 }],
  ['PageUp', { do: 'page', by: -1 }],
  ['x', { do: 'select' }],
  ['/', { do: 'search' }],
  ['?', { do: 'help' }],
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
  // Keys that one expects of any list act where the list has the focus; those of one letter can be switched off (WCAG 2.1.4).
  const isOfLists = key.length > 1 || key === ' ';
  if (isOfLists ? !inList : !singleKeys) return undefined;
  const command = OWN_KEYS.get(key) ?? commandOf(PAPER_KEYS.get(key));
  if (command && press.repeat && !WHILE_HELD.has(command.do)) return undefined;
  return command?.do === 'move' && isOfLists && shiftKey ? { ...command, extend: true } : command;
}

function commandOf(key: PaperKey | undefined): LibraryCommand | undefined {
  if (typeof key === 'object') return { do: 'status', status: key.status };
  return key && COMMANDS[key];
}

/** The keys that the list of shortcuts shows, and what they do. */
export const LIBRARY_SHORTCUTS: readonly [keys: readonly string[], what: TextKey][] = [
  [['/'], 'shortcutSearch'],
  ...paperShortcuts('shortcutRead'),
  [['x'], 'shortcutSelect'],
  [['Shift ↓', 'Shift ↑'], 'shortcutExtend'],
  [['Ctrl/⌘ A'], 'shortcutSelectAll'],
  [['Ctrl/⌘ Z'], 'shortcutUndo'],
  [['Esc'], 'shortcutStepBack'],
  [['?'], 'shortcutHelp'],
];
