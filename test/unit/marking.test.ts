import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../lib/papers/caseFolding';
import { excerpt, markWords } from '../../lib/papers/marking';

function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/u).filter(Boolean);
}

/** Found pieces in brackets. */
function marked(text: string, query: string): string {
  return markWords(text, wordsOf(query))
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');
}

test.each([
  ['Flow Matching', '', 'Flow Matching'],
  ['Flow Matching', 'match', 'Flow [Match]ing'],
  ['Flow Matching', 'FLOW', '[Flow] Matching'],
  ['Flow flow', 'flow', '[Flow] [flow]'],
  ['Flow Matching', 'ow matching', 'Fl[ow] [Matching]'],
  ['overlapping', 'over verla', '[overla]pping'],
  ['aaaa', 'aa', '[aaaa]'],
  ['Naïve Bayes', 'naive', '[Naïve] Bayes'],
  ['Nai\u0308ve Bayes', 'naive', '[Nai\u0308ve] Bayes'],
  ['Nai\u0308 x', 'nai', '[Nai\u0308] x'],
  ['the ﬁne print', 'fin', 'the [ﬁn]e print'],
  ['强化学习与规划', '学习', '强化[学习]与规划'],
  ['강화 학습', '학습', '강화 [학습]'],
  ['𝔸 proof', 'a', '[𝔸] proof'],
  ['<b>bold</b>', '<b>', '[<b>]bold</b>'],
  ['nothing here', 'absent', 'nothing here'],
])('%j searched for %j shows %j', (text, query, expected) => {
  expect(marked(text, query)).toBe(expected);
});

test('marking changes no letter', () => {
  const unit = 'grapheme';
  fc.assert(
    fc.property(fc.string({ unit }), fc.string({ unit }), (text, query) => {
      const pieces = markWords(text, wordsOf(query));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});

test.each([
  ['short', '', 20, 'short'],
  ['two\n\nlines', '', 20, 'two lines'],
  ['one two three four five', '', 11, 'one two thr…'],
  ['one two three four five', 'five', 11, '…e four five'],
  ['one two three four five six seven', 'four', 12, '…ee four five…'],
  ['one two three four five', 'absent', 11, 'one two thr…'],
])('%j around %j in %d letters: %j', (text, query, most, expected) => {
  expect(excerpt(text, wordsOf(query), most)).toBe(expected);
});
