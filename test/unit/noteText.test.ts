import { expect, test } from 'vitest';
import { createNoteText } from '../../components/annotation/noteText';

test('blank lines that begin a note stay in the field, though a note of blanks is not stored', () => {
  const text = createNoteText('');
  expect(text.typed('\n\n')).toBe('');
  expect(text.follow('', true)).toBeNull();
  expect(text.follow('', false)).toBeNull();
  expect(text.typed('\n\nA note')).toBe('\n\n');
  expect(text.follow('theirs', false)).toBeNull(); // what was typed is not stored yet
});

test('a field that has nothing of its own follows its paper, to nothing too', () => {
  const text = createNoteText('A note');
  expect(text.follow('Another', false)).toBe('Another');
  expect(text.follow('', false)).toBe('');
});
