import type { Status } from '../../lib/papers/annotation';
import type { TextKey } from '../../lib/text/text';
import { PAPER_KEYS, type PaperKey, paperShortcuts, WHILE_HELD } from './paperKeys';

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

const COMMANDS: Record<Exclude<PaperKey, object>, RowCommand> = {
  next: { do: 'move', by: 1 },
  previous: { do: 'move', by: -1 },
  first: { do: 'first' },
  last: { do: 'last' },
  open: { do: 'open' },
  details: { do: 'edit' },
  star: { do: 'star' },
  tags: { do: 'part', part: 'tags' },
  note: { do: 'part', part: 'note' },
  copy: { do: 'copy' },
  remove: { do: 'remove' },
};

/** The keys that the list of shortcuts shows, and what they do. */
export const SHORTCUTS: readonly [keys: readonly string[], what: TextKey][] = [
  [['/'], 'shortcutSearch'],
  ...paperShortcuts('shortcutEdit'),
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
export function rowCommand(
  press: Press & Pick<KeyboardEvent, 'repeat'>,
  singleKeys: boolean,
): RowCommand | undefined {
  // Space is a single key that switching them off leaves: it writes nothing and is expected of a list.
  if (!isShortcut(press, singleKeys || press.key === ' ')) return undefined;
  const key = PAPER_KEYS.get(press.key);
  const command = commandOf(key);
  return command && press.repeat && !WHILE_HELD.has(command.do) ? undefined : command;
}

function commandOf(key: PaperKey | undefined): RowCommand | undefined {
  if (typeof key === 'object') return { do: 'status', status: key.status };
  return key && COMMANDS[key];
}

/** Whether a key asks to take back the last step. */
export function isUndo(press: Press & Pick<KeyboardEvent, 'shiftKey'>): boolean {
  return (press.ctrlKey || press.metaKey) && !press.shiftKey && press.key.toLowerCase() === 'z';
}

/** Whether keys pressed on an element type or choose in it, and so are not shortcuts. */
export function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}
