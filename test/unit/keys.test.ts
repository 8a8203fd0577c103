import { expect, test } from 'vitest';
import { libraryCommand } from '../../components/library/keys';
import { isShortcut, isUndo, rowCommand, SHORTCUTS } from '../../components/list/keys';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  ...held,
});

test.each([
  ['j', { do: 'move', by: 1 }],
  ['ArrowUp', { do: 'move', by: -1 }],
  ['s', { do: 'star' }],
  ['t', { do: 'part', part: 'tags' }],
  ['1', { do: 'status', status: 'to-read' }],
  ['3', { do: 'status', status: 'read' }],
  ['0', { do: 'status', status: null }],
  ['4', undefined],
  ['x', undefined],
])('%s in a row asks for %j', (key, expected) => {
  expect(rowCommand(press(key), true)).toEqual(expected);
});

test('a key with a modifier, or in the middle of composing a character, is not a shortcut', () => {
  for (const held of [
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { isComposing: true },
  ]) {
    expect(rowCommand(press('s', held), true)).toBeUndefined();
  }
});

test('a key that is held moves on, and does nothing else again', () => {
  const held = { repeat: true };
  const inLibrary = { inList: true, singleKeys: true };
  for (const key of ['j', 'k', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
    expect(rowCommand(press(key, held), true)).toEqual(rowCommand(press(key), true));
    expect(libraryCommand(press(key, held), inLibrary)).toBeDefined();
  }
  for (const key of 'soetnc0123'.split('').concat('Enter', 'Delete', ' ')) {
    expect(rowCommand(press(key, held), true), key).toBeUndefined();
    expect(libraryCommand(press(key, held), inLibrary), key).toBeUndefined();
  }
  expect(libraryCommand(press('x', held), inLibrary)).toBeUndefined();
  expect(libraryCommand(press('PageDown', held), inLibrary)).toBeDefined();
});

test('keys of one letter can be switched off; the others still reach everything', () => {
  for (const key of 'jkstneoc0123') expect(rowCommand(press(key), false)).toBeUndefined();
  for (const key of '/?') expect(isShortcut(press(key), false)).toBe(false);
  for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter', 'Delete']) {
    expect(rowCommand(press(key), false)).toBeDefined();
  }
});

test('Enter opens the paper and o what was said about it, in the popup and in the library alike', () => {
  const inLibrary = { inList: true, singleKeys: true };
  expect(rowCommand(press('Enter'), true)).toEqual({ do: 'open' });
  expect(libraryCommand(press('Enter'), inLibrary)).toEqual({ do: 'open' });
  for (const key of ['o', 'e', ' ']) {
    expect(rowCommand(press(key), true)).toEqual({ do: 'edit' });
    expect(libraryCommand(press(key), inLibrary)).toEqual({ do: 'read' });
  }
});

test('undo is Ctrl-Z or ⌘Z, redo is not', () => {
  expect(isUndo(press('z', { ctrlKey: true }))).toBe(true);
  expect(isUndo(press('Z', { metaKey: true }))).toBe(true);
  expect(isUndo(press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(isUndo(press('z'))).toBe(false);
});

test('every key in the list of shortcuts does something', () => {
  const elsewhere = ['/', '?', 'Esc', 'Ctrl/⌘ Z'];
  const names: Record<string, string> = { '↓': 'ArrowDown', '↑': 'ArrowUp', Space: ' ' };
  for (const key of SHORTCUTS.flatMap(([keys]) => keys)) {
    if (elsewhere.includes(key)) continue;
    expect(rowCommand(press(names[key] ?? key), true), key).toBeDefined();
    expect(isShortcut(press(key), true)).toBe(true);
  }
});
