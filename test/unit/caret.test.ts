import { expect, test } from 'vitest';
import { caretIn } from '../../components/annotation/caret';

/** A text with its caret as a bar. */
function apart(shown: string): [text: string, at: number] {
  return [shown.replace('|', ''), shown.indexOf('|')];
}

test.each([
  ['a block comes behind', 'mine|', 'mine|\n\n---\n\ntheirs'],
  ['a block comes before', 'mi|ne', 'theirs\n\n---\n\nmi|ne'],
  ['blocks come before and behind', 'mine|', 'a\n\n---\n\nmine|\n\n---\n\nb'],
  ['something is typed behind it', 'one| three', 'one| two three'],
  ['something is typed before it', 'two three|', 'one two three|'],
  ['something is taken away before it', 'one two th|ree', 'two th|ree'],
  ['something is taken away around it', 'one TW|O three', 'one |three'],
  ['the text begins', '|', 'theirs|'],
  ['the text is another one', 'mine|', 'theirs|'],
  ['another text begins alike', 'm|', 'my thought|'],
  ['it is continued elsewhere', 'mine|', 'mine, and more|'],
  [
    'its block is continued elsewhere',
    'a\n\n---\n\nmine|\n\n---\n\nb',
    'a\n\n---\n\nmine too|\n\n---\n\nb',
  ],
  ['another text has the same letter in a word', 'a|', 'the cat|'],
  ['another block has the same letter in a word', 'a|', 'the cat\n\n---\n\na|'],
  ['the text is gone', 'mi|ne', '|'],
])('a caret stays with its text where %s', (_name, before, after) => {
  const [[old, at], [next, place]] = [apart(before), apart(after)];
  expect(caretIn(next, old, at)).toBe(place);
});
