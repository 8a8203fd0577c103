import { excerpt } from '../../../lib/papers/excerpt';
import { inOneLine } from '../../../lib/papers/noteLine';
import { PAPER_LIMITS } from '../../../lib/papers/paper';
import { completeQuery } from '../../../lib/papers/query/complete';
import { markedParts, wordsToMark } from '../../../lib/papers/query/marks';
import { entryTest } from '../../../lib/papers/query/matches';
import { parseQuery } from '../../../lib/papers/query/parse';
import { hasTerm, withoutTerm, withTerm } from '../../../lib/papers/query/terms';
import { words } from '../../../lib/papers/query/words';
import { writeQuery } from '../../../lib/papers/query/write';
import { AT, fullOf, half, NOW, partsOf } from './samples';
import { testGrowth } from './works';

const TERM = { kind: 'tag', tag: 'a' } as const;
const typed = (text: string) => parseQuery(text, NOW).query;
const fits = (query: string, text: string) =>
  entryTest(typed(query))({ ...fullOf(text), addedAt: AT });

testGrowth({
  'reading a query': typed,
  'reading a query of one phrase': (text) => typed(`"${text}"`),
  'reading a query of one tag': (text) => typed(`tag:"${text}"`),
  'writing a query': (text) => writeQuery(typed(text)),
  'writing a query that was never typed': (text) =>
    writeQuery({ kind: 'and', parts: partsOf(text).map((part) => ({ kind: 'word', text: part })) }),
  'adding to a query': (text) => [
    hasTerm(text, TERM),
    withTerm(text, TERM),
    withoutTerm(text, TERM),
  ],
  'completing a query': (text) => {
    const known = {
      tags: partsOf(text).map((tag) => ({ tag, count: 1 })),
      organizations: text.split('\n'),
      authors: partsOf(text).map((name) => name.slice(0, PAPER_LIMITS.name)),
    };
    return [
      completeQuery(text, text.length, known, NOW),
      completeQuery('tag:a', 5, known, NOW),
      completeQuery('author:a', 8, known, NOW),
    ];
  },
  'comparing a paper with a query': (text) => [
    fits('a "a a" 学 tag:a author:a org:a', text),
    fits(text, 'a b c'),
    fits(half(text), text),
  ],
  'marking what was found': (text) => [
    markedParts(text, [['a'], ['学'], ['a', 'a'], words(text).slice(0, 2)]),
    markedParts(text, wordsToMark(typed(half(text))).text.slice(0, 10)),
  ],
  'an excerpt around what was found': (text) =>
    excerpt(text, (line) => markedParts(line, [['a'], words(text).slice(0, 2)])),
  'a note in one line': inOneLine,
});
