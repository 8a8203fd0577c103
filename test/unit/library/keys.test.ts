import { expect, test } from 'vitest';
import { LIBRARY_SHORTCUTS, libraryCommand } from '../../../components/library/keys';
import type { LibraryCommand } from '../../../lib/views/library/commands';

const NONE = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
};
const press = (key: string, held: Partial<typeof NONE> = {}, inList = true, singleKeys = true) =>
  libraryCommand({ key, ...NONE, ...held }, { inList, singleKeys });

test.each<[string, Partial<typeof NONE>, LibraryCommand]>([
  ['j', {}, { do: 'move', by: 1 }],
  ['ArrowUp', {}, { do: 'move', by: -1 }],
  ['ArrowDown', { shiftKey: true }, { do: 'move', by: 1, extend: true }],
  ['Enter', {}, { do: 'open' }],
  [' ', {}, { do: 'read' }],
  [' ', { ctrlKey: true }, { do: 'select' }],
  ['x', {}, { do: 'select' }],
  ['a', { metaKey: true }, { do: 'selectAll' }],
  ['Z', { ctrlKey: true }, { do: 'undo' }],
  ['0', {}, { do: 'status', status: null }],
  ['3', {}, { do: 'status', status: 'read' }],
  ['?', { shiftKey: true }, { do: 'help' }],
  ['Escape', {}, { do: 'back' }],
])('%j with %j', (key, held, command) => {
  expect(press(key, held)).toEqual(command);
});

test.each(['s', 'c', 'f', 'Enter', 'ArrowDown'])('%s with Ctrl is the browser’s', (key) => {
  expect(press(key, { ctrlKey: true })).toBeUndefined();
});

test('while a word is composed no key is a shortcut', () => {
  expect(press('j', { isComposing: true })).toBeUndefined();
});

test('keys of one letter can be switched off; the others still reach everything', () => {
  for (const key of 'jkxostn/?0123') expect(press(key, {}, true, false)).toBeUndefined();
  for (const key of ['ArrowDown', 'Enter', ' ', 'Delete', 'Escape']) {
    expect(press(key, {}, true, false)).toBeDefined();
  }
});

test('outside the list Enter, Space and the arrows are a button’s or the page’s', () => {
  for (const key of ['Enter', ' ', 'ArrowDown', 'Delete', 'Home']) {
    expect(press(key, {}, false)).toBeUndefined();
  }
  expect(press('s', {}, false)).toEqual({ do: 'star' });
});

test('the list of shortcuts shows every key that does something', () => {
  const shown = LIBRARY_SHORTCUTS.flatMap(([keys]) => keys);
  for (const key of [
    'j',
    'k',
    'x',
    'o',
    's',
    't',
    'n',
    '/',
    '?',
    '0',
    '1',
    '2',
    '3',
    'Delete',
    'Enter',
  ]) {
    expect(press(key)).toBeDefined();
    expect(shown).toContain(key);
  }
});
