import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Completion, completeQuery } from '../../../lib/papers/query/complete';
import { parseQuery } from '../../../lib/papers/query/parse';
import { FIELDS } from '../../../lib/papers/query/tokens';
import { NOW, typed } from './queries';

const known = {
  tags: [
    { tag: 'rl', count: 12 },
    { tag: 'tree search', count: 5 },
    { tag: 'none', count: 1 },
    { tag: 'say "hi"', count: 1 },
    { tag: '强化学习', count: 2 },
  ],
  organizations: ['Google DeepMind', 'NVIDIA'],
  authors: ['José García', 'Yann LeCun', 'Yann Dauphin'],
  sites: ['Hugging Face', 'arXiv'],
};

/** Completions at the "^" of a text. */
function at(marked: string): Completion[] {
  const caret = marked.indexOf('^');
  return completeQuery(marked.replace('^', ''), caret, known, NOW);
}

/** The text after the first completion was taken, the caret again a "^". */
function taken(marked: string): string {
  const text = marked.replace('^', '');
  const [first] = at(marked);
  if (first === undefined) return marked;
  return `${text.slice(0, first.replaceFrom)}${first.insert}^${text.slice(first.replaceTo)}`;
}

// As many as have room, the most asked for first.
const FIRST_FIELDS = 'tag: is: author: title: note: org: year: published:';

test.each([
  ['^', FIRST_FIELDS],
  ['flow ^', FIRST_FIELDS],
  ['(^)', FIRST_FIELDS],
  ['-^', FIRST_FIELDS],
  ['a^', 'author: added: abstract:'],
  ['T^', 'tag: title:'],
  ['st^', 'is:starred'],
  ['rea^', 'is:reading is:read'],
  ['tre^', 'tag:tree search'],
  ['强^', 'tag:强化学习'],
  ['au^', 'author:'],
  ['lecun^', 'author:Yann LeCun'],
  ['deep^', 'org:Google DeepMind'],
  ['tag:r^', 'tag:rl tag:tree search'],
  ['tag:n^', 'tag:none tag:none'],
  ['tag:"tree se^', 'tag:tree search'],
  ['is:^', 'is:starred is:unread is:to-read is:reading is:read is:noted is:updated is:withdrawn'],
  ['-is:to^', 'is:to-read'],
  ['author:yann^', 'author:Yann LeCun author:Yann Dauphin'],
  ['author:garcia^', 'author:José García'],
  ['org:nv^', 'org:NVIDIA'],
  ['site:h^', 'site:Hugging Face'],
  ['year:odd..^', ''],
  ['year:^', 'year:2026 year:2025 year:2024 year:2023 year:2022 year:2024.. year:..2021'],
  [
    'year:2025..^',
    'year:2025..2026 year:2025..2025 year:2025..2024 year:2025..2023 year:2025..2022',
  ],
  ['added:^', 'added:<7d added:<1m added:>1y added:today added:yesterday added:2026-04'],
  ['added:t^', 'added:today'],
  ['zzz^', ''],
  ['^flow', ''],
  ['"tag:^', ''],
  ['tag:"rl"^', ''],
  ['a OR^', ''],
  ['foo:r^', ''],
])('%s goes on with %j', (marked, labels) => {
  expect(
    at(marked)
      .map(({ label }) => label)
      .join(' '),
  ).toBe(labels);
});

test.each([
  ['^', 'tag:^'],
  ['flow -t^', 'flow -tag:^'],
  ['tag:tr^', 'tag:"tree search" ^'],
  ['tag:"tr^', 'tag:"tree search" ^'],
  ['tag:"tr^ flow', 'tag:"tree search"^ flow'],
  ['tag:"tr^ee" flow', 'tag:"tree search"^ flow'],
  ['(tag:r^)', '(tag:rl^)'],
  ['tag:r^x flow', 'tag:rl^ flow'],
  ['say^', 'tag:"say \\"hi\\"" ^'],
  ['tag:non^', 'tag:"none" ^'],
  ['is:sta^', 'is:starred ^'],
])('%s with the first taken is %s', (marked, expected) => {
  expect(taken(marked)).toBe(expected);
});

test('a tag called "none" and no tag at all are told apart', () => {
  expect(at('tag:non^').map(({ insert, hint, count }) => [insert, hint, count])).toEqual([
    ['tag:"none" ', 'queryHintTag', 1],
    ['tag:none ', 'queryHintUntagged', undefined],
  ]);
});

describe('in any text', () => {
  test('what is completed brings no problem and is what it says', () => {
    fc.assert(
      fc.property(typed, fc.nat(), (text, place) => {
        const caret = place % (text.length + 1);
        for (const { replaceFrom, replaceTo, insert, label } of completeQuery(
          text,
          caret,
          known,
          NOW,
        )) {
          expect(replaceFrom).toBeLessThanOrEqual(caret);
          expect(caret).toBeLessThanOrEqual(replaceTo);
          expect(replaceTo).toBeLessThanOrEqual(text.length);
          expect(parseQuery(insert, NOW).problems).toEqual([]);
          expect(FIELDS.some((field) => insert.startsWith(`${field}:`))).toBe(true);
          expect(label.split(':')[0]).toBe(insert.split(':')[0]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('what is typed in full is not offered again, what it begins is', () => {
    const labels = (text: string) =>
      completeQuery(text, text.length, known, NOW).map(({ label }) => label);
    expect(labels('is:reading')).toEqual([]);
    expect(labels('is:read')).toEqual(['is:reading']);
  });

  test('there are never too many to look at', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(completeQuery(text, text.length, known, NOW).length).toBeLessThanOrEqual(9);
      }),
    );
  });
});

test('the number of a tag is what a search for it finds: none for one with tags below it, until that is counted', () => {
  const tags = [
    { tag: 'ml', count: 2 },
    { tag: 'ml/vision', count: 3 },
  ];
  const numbers = (tagFinds: ReadonlyMap<string, number> | null) =>
    completeQuery('tag:ml', 6, { ...known, tags, tagFinds }, NOW).map(({ count }) => count);
  expect(numbers(null)).toEqual([3]);
  expect(numbers(new Map([['ml', 4]]))).toEqual([3]);
  const below = completeQuery('tag:m', 5, { ...known, tags, tagFinds: new Map([['ml', 4]]) }, NOW);
  expect(below.map(({ label, count }) => [label, count])).toEqual([
    ['tag:ml/vision', 3],
    ['tag:ml', 4],
  ]);
});
