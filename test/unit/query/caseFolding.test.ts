import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../lib/papers/caseFolding';
import { words } from '../../../lib/papers/query/words';

describe('folding', () => {
  test.each([
    ['Diffusion', 'diffusion', 'case'],
    ['Naïve', 'naive', 'diacritics'],
    ['Nai\u0308ve', 'naive', 'diacritics as marks of their own'],
    ['ﬁne', 'fine', 'ligatures'],
    ['x²', 'x2', 'raised digits'],
    ['ＧＰＴ', 'gpt', 'full width'],
    ['𝔸', 'a', 'mathematical letters'],
    ['Straße STRASSE ẞ', 'strasse strasse ss', 'the sharp s'],
    ['İstanbul Işık ISIK', 'istanbul isik isik', 'Turkish i, dotted or not'],
    ['Łukasz Ørsted Æther Đỗ Þór', 'lukasz orsted aether do thor', 'special Latin letters'],
    ['ΟΔΟΣ οδος', 'οδοσ οδοσ', 'the final sigma, wherever it stands'],
    ['Ёлка', 'елка', 'Cyrillic'],
    ['שָׁלוֹם', 'שלום', 'Hebrew points'],
    ['العَرَبِيَّة', 'العربية', 'Arabic vowel marks'],
    ['한국어', '한국어', 'Korean syllables stay whole'],
    ['한국어'.normalize('NFD'), '한국어', 'Korean from letters'],
    ['ガ', 'ガ', 'the voicing of kana stays'],
    ['ｶﾞｷﾞ', 'ガギ', 'half width kana'],
    ['हिन्दी', 'हिन्दी', 'vowel signs of Indic scripts stay'],
    ['ภาษาไทย', 'ภาษาไทย', 'vowel signs of Thai stay'],
    ['trans\u00adfor\u200dmer\u200f', 'transformer', 'invisible characters go'],
    ['a\u200bb', 'a\u200bb', 'a zero-width space still separates'],
  ])('%j → %j: %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  test('twice is once, for every character there is', () => {
    const unstable: string[] = [];
    for (let code = 0; code <= 0x10_ff_ff; code++) {
      const folded = fold(String.fromCodePoint(code));
      if (fold(folded) !== folded) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  }, 30_000);

  test('twice is once, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  }, 30_000);

  test.each([30, 31, 1_000])('a letter is found under %i marks', (marks) => {
    const pile = '\u0301\u0323'.repeat(marks / 2);
    expect(fold(`b${pile}\u0301c a\uff9e${pile}é`)).toBe(`bc a${fold('\uff9e')}e`);
  });

  test('the form in which a text is stored does not matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'])
          expect(fold(text.normalize(form))).toBe(fold(text));
      }),
    );
  });
});

describe('the words of a text', () => {
  test.each([
    ['', []],
    ['→ & (…) ++', []],
    ['Chain-of-Thought / CoT', ['chain', 'of', 'thought', 'cot']],
    ["don't foo_bar", ['don', 't', 'foo', 'bar']],
    ['GPT-4o, 3.5', ['gpt', '4o', '3', '5']],
    ['arxiv:2504.12345', ['arxiv', '2504', '12345']],
    ['强化学习，与规划', ['强化学习', '与规划']],
    ['GPT模型v2', ['gpt', '模型', 'v2']],
    ['トランスフォーマー・モデルとは', ['トランスフォーマー', 'モデルとは']],
    ['BERT를 강화 학습', ['bert', '를', '강화', '학습']],
    ['ภาษาไทย AI', ['ภาษาไทย', 'ai']],
    ['हिन्दी भाषा', ['हिन्दी', 'भाषा']],
    ['read 🔥👍🏽!', ['read', '🔥', '👍']],
    ['👩‍💻', ['👩', '💻']],
    ['שלום, عالم', ['שלום', 'عالم']],
  ])('%j → %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('a run of ten million letters is not indexed as a word, and does no harm', () => {
    const found = words('学'.repeat(1e7));
    expect(Math.max(...found.map((word) => word.length))).toBe(1_000);
    expect(found.join('')).toHaveLength(1e7);
  }, 30_000);

  test('are the same however long the text is', () => {
    const line = 'Łukasz’s note, « été » 强化学习，与规划 BERT를 👩‍💻 a\u0323\u0301. ';
    expect(words(line.repeat(2_000))).toEqual(Array(2_000).fill(words(line)).flat());
    expect(words(line.replaceAll(' ', '').repeat(2_000))).toEqual(
      Array(2_000)
        .fill(words(line.replaceAll(' ', '')))
        .flat(),
    );
  });

  test('are the words of the folded text, and of each other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = words(text);
        expect(words(fold(text))).toEqual(found);
        expect(found.flatMap(words)).toEqual(found);
      }),
    );
  });
});
