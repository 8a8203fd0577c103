import type { TextKey } from './text';

/** What the keys of the browser do, in words and in the order in which they are listed; by the browser's name for each. */
export const COMMAND_NAMES = {
  _execute_action: 'openPopupCommand',
  'open-library': 'openLibraryCommand',
  'star-paper': 'starCommand',
  'paper-to-read': 'toReadCommand',
} as const satisfies Record<string, TextKey>;
