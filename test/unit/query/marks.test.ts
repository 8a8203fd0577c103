import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedParts, wordsToMark } from '../../../lib/papers/query/marks';
import { matches } from '../../../lib/papers/query/matches';
import { entry, read } from './queries';

/** Marked parts in brackets. */
function marked(text: string, query: string): string {
  return markedParts(text, wordsToMark(read(query)).text)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');
}

describe('what was found is marked', () => {
  test.each([
    ['Flow Matching', '', 'Flow Matching'],
    ['', 'flow', ''],
    ['Flow Matching', 'match', 'Flow [Match]ing'],
    ['Flow Matching', 'FLOW', '[Flow] Matching'],
    ['Flow flow', 'flow', '[Flow] [flow]'],
    ['Flow Matching', 'low atch', 'Flow Matching'],
    ['Flow Matching', 'f flo', '[Flo]w Matching'],
    ['Flow Matching', '"flow ma"', '[Flow Ma]tching'],
    ['a chain of thought', 'chain-of-th', 'a [chain of th]ought'],
    ['Chain-of-Thought chain', '"chain of thought"', '[Chain-of-Thought] chain'],
    ['flow flow flow', '"flow flow"', '[flow flow flow]'],
    ['Naïve Bayes', 'naive', '[Naïve] Bayes'],
    ['Nai\u0308ve Bayes', 'nai', '[Nai\u0308]ve Bayes'],
    ['Nai\u0308 x', 'nai', '[Nai\u0308] x'],
    ['the ﬁne print', 'fin', 'the [ﬁn]e print'],
    ['the ﬁne print', 'f', 'the [ﬁ]ne print'],
    ['Große Straße', 'strass', 'Große [Straß]e'],
    ['İstanbul ISIK', 'i', '[İ]stanbul [I]SIK'],
    ['trans\u00adformer x', 'transf', '[trans\u00adf]ormer x'],
    ['强化学习与规划学习', '学习', '强化[学习]与规划[学习]'],
    ['强化学习', '"强化 学习"', '强化学习'],
    ['使用GPT模型很好', 'GPT模', '使用[GPT模]型很好'],
    ['我们使用GPT', '使用GPT', '我们[使用GPT]'],
    ['강화 학습', '학습', '강화 [학습]'],
    [
      '강화 학습'.normalize('NFD'),
      '학습',
      `${'강화'.normalize('NFD')} [${'학습'.normalize('NFD')}]`,
    ],
    ['カ\u3099ク ｶﾞｸ', 'ガ', '[カ\u3099]ク [ｶﾞ]ｸ'],
    ['𝔸 proof', 'a', '[𝔸] proof'],
    ['read 🔥🔥 this', '🔥', 'read [🔥🔥] this'],
    ['👍🏽 ok', '👍', '[👍]🏽 ok'],
    ['שָׁלוֹם עולם', 'שלום', '[שָׁלוֹם] עולם'],
    ['<b>bold</b>', '<b>', '<[b]>[b]old</[b]>'],
    ['flow tree', 'flow -tree', '[flow] tree'],
    ['flow tree', '-(flow -tree)', 'flow [tree]'],
    ['flow tree', 'flow OR tree', '[flow] [tree]'],
    ['flow tree', 'tag:flow site:tree author:flow', 'flow tree'],
    ['2504.12345', 'arxiv:2504.12345', '[2504.12345]'],
  ])('%j searched for %j shows %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  test('in authors and organizations what was looked for there', () => {
    const marks = wordsToMark(read('author:"garcia jose" org:nvidia -author:x flow'));
    expect(marks).toEqual({ text: [['flow']], author: [['garcia'], ['jose']], org: [['nvidia']] });
    expect(markedParts('José García', marks.author)).toEqual([
      { text: 'José', marked: true },
      { text: ' ', marked: false },
      { text: 'García', marked: true },
    ]);
  });
});

describe('for any text', () => {
  const unit = fc.constantFrom<('grapheme' | 'binary' | 'grapheme-ascii')[]>(
    ...['grapheme' as const, 'binary' as const, 'grapheme-ascii' as const],
  );
  const texts = fc.oneof(
    unit.chain((of) => fc.string({ unit: of })),
    fc
      .array(fc.constantFrom(...['flow', 'ﬁne', ' ', '-', '학습', '学', 'é', 'ß', '🔥', 'x']), {})
      .map((all) => all.join('')),
  );

  test('marking changes no letter, and neighbours differ', () => {
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        const parts = markedParts(text, wordsToMark(read(query)).text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part, at) => part.marked !== parts[at + 1]?.marked)).toBe(true);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('something is marked where a word or phrase was found, and nothing where it was not', () => {
    fc.assert(
      fc.property(texts, texts, (title, text) => {
        const query = { kind: 'phrase', text } as const;
        const found = matches(query, entry({ id: 'hf:none', title }));
        const marks = wordsToMark(query).text;
        fc.pre(marks.length > 0 && !'none'.startsWith(marks[0]?.join('') ?? ''));
        expect(markedParts(title, marks).some((part) => part.marked)).toBe(found);
      }),
      { numRuns: 1_000 },
    );
  });
});
