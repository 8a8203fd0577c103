import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join, not, type Query } from '../../../lib/papers/query/ast';
import { type Entry, matches, textsOf } from '../../../lib/papers/query/matches';
import { entries, entry, query, read } from './queries';

const rich = entry(
  {
    title: 'Naïve Diffusion: a Chain-of-Thought for ﬁne Control',
    abstract: 'We study Schrödinger bridges. GPT-4o helps.',
    authors: ['Łukasz Kaiser', 'José García', 'Jean-Baptiste Alayrac'],
    organization: { name: 'nvidia', fullname: 'NVIDIA Research' },
    publishedAt: '2025-04-16',
    keywords: ['optimal transport'],
  },
  {
    starred: true,
    status: 'reading',
    tags: ['ML/RL', 'Straße', '🔥'],
    note: 'Compare with 强化学习 baselines, 강화 학습, GPT模型',
  },
  { seenOn: ['Hugging Face'] },
);

const bare: Entry = {
  paper: { id: 'hf:some-paper', title: 'x', authors: [] },
  addedAt: '2026-01-05T00:00:00.000Z',
};

describe('of a paper with everything', () => {
  test.each([
    ['', true, 'nothing asked: everything'],
    ['diffusion', true, 'a word of the title'],
    ['DIFF', true, 'its beginning, in any case'],
    ['fusion', false, 'not its middle'],
    ['naive', true, 'without diacritics'],
    ['NAÏVE', true, 'with them'],
    ['fine', true, 'a ligature by its letters'],
    ['schrodinger bridge', true, 'words of the abstract'],
    ['lukasz', true, 'an author with a special letter'],
    ['garcia nvidia offline', false, 'every word must occur'],
    ['garcia transport baselines', true, 'words from different parts'],
    ['strasse', true, 'the sharp s in two letters'],
    ['🔥', true, 'an emoji'],
    ['🚀', false, 'another emoji'],
    ['2504.12345', true, 'the id'],
    ['2504.123', true, 'the beginning of the id'],
    ['arxiv:2504.12345v2', true, 'the id as it is cited'],
    ['arxiv', false, 'the kind of id is no text'],
    ['"chain of thought"', true, 'a phrase across hyphens'],
    ['chain-of-thought', true, 'a word with hyphens'],
    ['chain/of/tho', true, 'a word with other signs, going on'],
    ['"of chain"', false, 'a phrase in another order'],
    ['"chain thought"', false, 'a phrase with a word between'],
    ['"hain of"', false, 'a phrase from the middle of a word'],
    ['"control we"', false, 'a phrase across two texts'],
    ['"kaiser jose"', false, 'a phrase across two authors'],
    ['gpt-4', true, 'a model by its family'],
    ['学习', true, 'Chinese anywhere in a run'],
    ['强化学习', true, 'the whole run'],
    ['化习', false, 'not what is apart'],
    ['학습', true, 'Korean'],
    ['화학', false, 'Korean not across a space'],
    ['强化 习', true, 'two pieces of one run'],
    ['gpt模', true, 'two scripts in one word'],
    ['pt模', false, 'a Latin word from its beginning only'],
    ['习 -diffusion', false, 'a negation'],
    ['-transformer', true, 'a negation of what is absent'],
    ['transformer OR diffusion', true, 'one side of an OR'],
    ['absent OR transformer diffusion', false, 'AND binds stronger'],
    ['(absent OR naive) diffusion', true, 'parentheses'],
    ['tag:ml', true, 'a tag above'],
    ['tag:ml/rl', true, 'the tag'],
    ['tag:rl', false, 'a tag below is not the tag'],
    ['tag:m', false, 'no beginnings of tags'],
    ['tag:STRASSE', true, 'a tag in another spelling'],
    ['tag:🔥', true, 'a tag that is no word'],
    ['tag:none', false, 'it has tags'],
    ['author:kaiser', true, 'an author'],
    ['author:"garcia jose"', true, 'a name in any order'],
    ['author:"kaiser jose"', false, 'not two authors'],
    ['author:jean-b', true, 'the beginning of a name'],
    ['author:nvidia', false, 'authors only'],
    ['org:nvidia', true, 'an organization'],
    ['org:"res nv"', true, 'by beginnings'],
    ['org:kaiser', false, 'organizations only'],
    ['is:starred is:reading is:noted', true, 'states'],
    ['is:unread', false, 'reading is not unread'],
    ['is:read', false, 'nor read'],
    ['year:2025', true, 'the year'],
    ['year:>2025', false, 'after the year'],
    ['added:2026-04-16', true, 'the day'],
    ['added:<1d', true, 'within a day'],
    ['added:>1d', false, 'longer ago'],
    ['site:hug', true, 'a site'],
    ['site:huggingface', true, 'a site without its space'],
    ['site:face', false, 'a site by its beginning only'],
    ['site:arxiv', false, 'another site'],
  ])('%j → %s: %s', (text, expected) => {
    expect(matches(read(text), rich)).toBe(expected);
  });
});

describe('of a paper with nothing', () => {
  test.each([
    ['is:unread', true],
    ['tag:none', true],
    ['is:starred OR is:noted OR is:read OR is:to-read', false],
    ['year:..', false],
    ['-year:2025', true],
    ['site:h', false],
    ['org:a', false],
    ['author:a', false],
    ['some-paper', true],
    ['added:2026', true],
  ])('%j → %s', (text, expected) => {
    expect(matches(read(text), bare)).toBe(expected);
  });
});

test.each([
  [null, true],
  ['to-read', true],
  ['reading', false],
  ['read', false],
] as const)('the status %s is unread: %s', (status, expected) => {
  expect(matches(read('is:unread'), entry({}, { status }))).toBe(expected);
});

test('a note of spaces is none', () => {
  expect(matches(read('is:noted'), entry({}, { note: ' \n' }))).toBe(false);
});

describe('for any query and entry', () => {
  const fits = (one: Query | null, of: Entry): boolean => matches(one ?? { kind: 'all' }, of);
  const and = (...all: Query[]): Query => join('and', all) ?? { kind: 'all' };
  const or = (...all: Query[]): Query => ({ kind: 'or', parts: all });

  test('not not is nothing', () => {
    fc.assert(
      fc.property(query, entries, (q, e) => {
        expect(fits({ kind: 'not', part: { kind: 'not', part: q } }, e)).toBe(fits(q, e));
        expect(fits(not(q), e)).toBe(!fits(q, e));
        expect(not(not(q))).toEqual(q);
      }),
    );
  });

  test('De Morgan', () => {
    fc.assert(
      fc.property(query, query, entries, (p, q, e) => {
        expect(fits(not(and(p, q)), e)).toBe(fits(or(not(p), not(q)), e));
        expect(fits(not(or(p, q)), e)).toBe(fits(and(not(p), not(q)), e));
      }),
    );
  });

  test('AND is both, OR is either', () => {
    fc.assert(
      fc.property(query, query, entries, (p, q, e) => {
        expect(fits(and(p, q), e)).toBe(fits(p, e) && fits(q, e));
        expect(fits(or(p, q), e)).toBe(fits(p, e) || fits(q, e));
      }),
    );
  });

  test('every text of a paper finds it, as a phrase and word by word', () => {
    fc.assert(
      fc.property(entries, (e) => {
        for (const text of textsOf(e)) {
          expect(fits({ kind: 'phrase', text }, e)).toBe(true);
          for (const word of text.split(/\s+/u))
            expect(fits({ kind: 'word', text: word }, e)).toBe(true);
        }
      }),
    );
  });

  test('half of them are found, so that these tests say something', () => {
    const sample = fc.sample(fc.tuple(query, entries), { numRuns: 400, seed: 1 });
    const found = sample.filter(([q, e]) => fits(q, e)).length;
    expect(found).toBeGreaterThan(80);
    expect(found).toBeLessThan(320);
  });
});
