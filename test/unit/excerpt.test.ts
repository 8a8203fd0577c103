import { expect, test } from 'vitest';
import { excerpt } from '../../lib/papers/excerpt';
import { markedParts } from '../../lib/papers/query/marks';
import { words } from '../../lib/papers/query/words';

test.each([
  ['short', '', 20, 'short'],
  ['two\n\nlines', '', 20, 'two lines'],
  ['one two three four five', '', 11, 'one two thr…'],
  ['one two three four five', 'five', 11, '…e four five'],
  ['one two three four five six seven', 'four', 12, '…ee four five…'],
  ['one two three four five', 'absent', 11, 'one two thr…'],
  ['one two three π₀ five six', 'pi_0', 11, '…e π₀ five s…'],
])('%j around %j in %d letters: %j', (text, query, most, expected) => {
  const marks = query === '' ? [] : [words(query)];
  expect(excerpt(text, (line) => markedParts(line, marks), most)).toBe(expected);
});
