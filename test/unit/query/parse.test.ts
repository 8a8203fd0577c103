import { describe, expect, test } from 'vitest';
import type { Query } from '../../../lib/papers/query/ast';
import { parseQuery } from '../../../lib/papers/query/parse';
import { NOW, read } from './queries';

const word = (text: string): Query => ({ kind: 'word', text });
const phrase = (text: string): Query => ({ kind: 'phrase', text });
const tag = (one: string | null): Query => ({ kind: 'tag', tag: one });
const and = (...parts: Query[]): Query => ({ kind: 'and', parts });
const or = (...parts: Query[]): Query => ({ kind: 'or', parts });
const not = (part: Query): Query => ({ kind: 'not', part });
const all: Query = { kind: 'all' };
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(word) as [Query, Query, Query, Query]; // four of four

describe('reads without complaint', () => {
  test.each<[string, Query]>([
    ['', all],
    [' \n\u3000', all],
    ['a', a],
    ['a b  c', and(a, b, c)],
    ['a OR b', or(a, b)],
    ['a | b', or(a, b)],
    ['a|b||c', or(a, b, c)],
    ['a or b', and(a, word('or'), b)],
    ['ORB', word('ORB')],
    ['"OR"', phrase('OR')],
    ['a b OR c d', or(and(a, b), and(c, d))],
    ['a (b OR c) d', and(a, or(b, c), d)],
    ['(a b) c', and(a, b, c)],
    ['(a OR b) OR c', or(a, b, c)],
    ['((a))', a],
    ['()', all],
    ['a () b', and(a, b)],
    ['-a', not(a)],
    ['--a', a],
    ['---a', not(a)],
    ['-"a b"', not(phrase('a b'))],
    ['-(a b)', not(and(a, b))],
    ['-(-a)', a],
    ['-tag:rl', not(tag('rl'))],
    ['a -b OR -c', or(and(a, not(b)), not(c))],
    ['a - b', and(a, b)],
    ['-', all],
    ['(-)', all],
    ['a-b', word('a-b')],
    ['vision & language → x', and(word('vision'), word('language'), word('x'))],
    ['"tree search"', phrase('tree search')],
    ['“tree search”', phrase('tree search')],
    ['„Straße“', phrase('Straße')],
    ['"a \\"b\\" \\\\ \\c"', phrase('a "b" \\ \\c')],
    ['""', all],
    ['a"b c"d', and(a, phrase('b c'), d)],
    ['f(x)', and(word('f'), word('x'))],
    ['tag:rl', tag('rl')],
    ['TAG:RL', tag('RL')],
    ['tag:"tree search"', tag('tree search')],
    ['tag:#rl,', tag('rl')],
    ['tag:rl/offline', tag('rl/offline')],
    ['tag:none', tag(null)],
    ['tag:None', tag(null)],
    ['tag:"none"', tag('none')],
    ['tag:', all],
    ['tag:""', all],
    ['tag: rl', word('rl')],
    ['-tag:', all],
    ['a OR tag:', a],
    ['is: year: published: added: author: org: site:', all],
    ['is:starred', { kind: 'is', what: 'starred' }],
    ['is:To-Read', { kind: 'is', what: 'to-read' }],
    ['author:"yann lecun"', { kind: 'author', text: 'yann lecun' }],
    ['author:" x "', { kind: 'author', text: 'x' }],
    ['org:nvidia', { kind: 'org', text: 'nvidia' }],
    ['site:hug', { kind: 'site', text: 'hug' }],
    ['year:2025', { kind: 'year', from: 2025, to: 2025 }],
    ['year:2023..2025', { kind: 'year', from: 2023, to: 2025 }],
    ['year:2025..2023', { kind: 'year', from: 2023, to: 2025 }],
    ['year:..2020', { kind: 'year', from: 0, to: 2020 }],
    ['year:2020..', { kind: 'year', from: 2020, to: 9999 }],
    ['year:..', { kind: 'year', from: 0, to: 9999 }],
    ['year:>2020', { kind: 'year', from: 2021, to: 9999 }],
    ['year:>=2020', { kind: 'year', from: 2020, to: 9999 }],
    ['year:<2020', { kind: 'year', from: 0, to: 2019 }],
    ['year:<=2020', { kind: 'year', from: 0, to: 2020 }],
    ['published:2020', { kind: 'published', from: '2020-01-01', to: '2020-12-31' }],
    ['published:2020-02', { kind: 'published', from: '2020-02-01', to: '2020-02-29' }],
    ['published:2020-2-3', { kind: 'published', from: '2020-02-03', to: '2020-02-03' }],
    ['published:2019-11..2020', { kind: 'published', from: '2019-11-01', to: '2020-12-31' }],
    ['published:2020..2019-11', { kind: 'published', from: '2019-11-01', to: '2020-12-31' }],
    ['published:2020-02..', { kind: 'published', from: '2020-02-01', to: null }],
    ['published:..', { kind: 'published', from: null, to: null }],
    ['published:>2020-02', { kind: 'published', from: '2020-03-01', to: null }],
    ['published:>=2020-02', { kind: 'published', from: '2020-02-01', to: null }],
    ['published:<2020-02', { kind: 'published', from: null, to: '2020-01-31' }],
    ['published:<=2020-02', { kind: 'published', from: null, to: '2020-02-29' }],
    ['GPT-4: a', and(word('GPT-4:'), a)],
    ['Attention: a', and(word('Attention:'), a)],
    ['3:4', word('3:4')],
    ['2504.12345', word('2504.12345')],
    ['2504.12345v3', word('2504.12345')],
    ['arxiv:2504.12345', word('2504.12345')],
    ['arXiv:2504', word('2504')],
    ['arxiv:', all],
    ['hep-th/9901001', word('hep-th/9901001')],
    ['https://arxiv.org/pdf/2504.12345v2', word('2504.12345')],
    ['https://huggingface.co/papers/2504.12345', word('2504.12345')],
    ['https://huggingface.co/papers/OR', phrase('OR')],
    ['https://example.org/a', word('https://example.org/a')],
    ['🔥', word('🔥')],
    ['强化学习 OR 학습', or(word('强化学习'), word('학습'))],
    ['בינה -מלאכותית', and(word('בינה'), not(word('מלאכותית')))],
  ])('%j', (text, expected) => {
    expect(parseQuery(text, NOW)).toEqual({ query: expected, problems: [] });
  });
});

describe('says where it went wrong, and finds what it can', () => {
  test.each<[text: string, found: Query, problems: [code: string, part: string, value?: string][]]>(
    [
      ['a "b c', and(a, phrase('b c')), [['queryUnclosedQuote', '"b c']]],
      ['"', all, [['queryUnclosedQuote', '"']]],
      ['a tag:"b c', and(a, tag('b c')), [['queryUnclosedQuote', 'tag:"b c']]],
      ['a (b OR c', and(a, or(b, c)), [['queryUnclosedParenthesis', '(b OR c']]],
      ['-(a', not(a), [['queryUnclosedParenthesis', '-(a']]],
      ['a) b', and(a, b), [['queryStrayParenthesis', ')']]],
      ['a OR', a, [['queryDanglingOr', 'OR']]],
      ['a OR ', a, [['queryDanglingOr', 'OR ']]],
      ['OR a', a, [['queryDanglingOr', 'OR']]],
      ['a OR | b', or(a, b), [['queryDanglingOr', '|']]],
      ['(a OR ) b', and(a, b), [['queryDanglingOr', 'OR ']]],
      ['foo:a', word('foo:a'), [['queryUnknownField', 'foo:a', 'foo']]],
      ['-Foo:a', not(word('Foo:a')), [['queryUnknownField', 'Foo:a', 'Foo']]],
      ['a is:red', a, [['queryUnknownState', 'is:red', 'red']]],
      ['-is:red a', a, [['queryUnknownState', 'is:red', 'red']]],
      ['year:20', all, [['queryBadYear', 'year:20', '20']]],
      ['year:2020..20', all, [['queryBadYear', 'year:2020..20', '2020..20']]],
      ['year:>9999', all, [['queryBadYear', 'year:>9999', '>9999']]],
      ['added:soon', all, [['queryBadTime', 'added:soon', 'soon']]],
      ['added:"last week"', all, [['queryBadTime', 'added:"last week"', 'last week']]],
      [
        'is:x OR year:y',
        all,
        [
          ['queryUnknownState', 'is:x', 'x'],
          ['queryBadYear', 'year:y', 'y'],
        ],
      ],
      [
        '(a OR "b',
        or(a, b),
        [
          ['queryUnclosedParenthesis', '(a OR "b'],
          ['queryUnclosedQuote', '"b'],
        ],
      ],
    ],
  )('%j', (text, found, expected) => {
    const { query, problems } = parseQuery(text, NOW);
    // A quoted single word is a phrase; the table says it shorter.
    expect(
      JSON.parse(JSON.stringify(query).replace('"phrase","text":"b"', '"word","text":"b"')),
    ).toEqual(found);
    expect(
      problems.map(({ code, from, to, value }) => [
        code,
        text.slice(from, to),
        ...(value ? [value] : []),
      ]),
    ).toEqual(expected);
  });

  test('parentheses that are nested beyond reason are left out, what is in them is not', () => {
    const { query, problems } = parseQuery(`${'('.repeat(60)}a${')'.repeat(60)} b`, NOW);
    expect(problems.map(({ code }) => code)).toEqual(['queryTooDeep']);
    expect(query).toEqual(and(a, b));
    expect(read(`${'('.repeat(60)}a`)).toEqual(a);
  });
});
