import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createWatcher, isWatchable } from '../../../lib/labels/watched';
import { COLOURS, watchLabel } from '../../../lib/labels/watchLabel';
import type { Paper } from '../../../lib/papers/paper';
import { TAG_COLOURS } from '../../../lib/papers/tagColours';
import { WATCH_LIMITS, watchWordsIn } from '../../../lib/papers/watchWords';

const PAPER: Paper = {
  id: 'arxiv:2504.00001',
  title: "Offline Diffusion Policies with $\\alpha$-R\\'enyi Chain-of-Thought",
  abstract:
    'We pre-train agents on samples. GPT-4.5 ragged tensors; a policy for offline RL. 扩散模型很好',
  authors: ['Sergey Levine', 'Łukasz Kaiser'],
  keywords: ['world models'],
};
const has = (text: string, paper = PAPER): boolean =>
  createWatcher([{ text, colour: 'red' }])(paper, { left: 1e7 }).length > 0;

describe('a watch word is found', () => {
  test.each([
    'diffusion',
    'DIFFUSION',
    'rényi',
    'renyi',
    'offline agents', // both, wherever
    'agent', // one of "agents"
    '"offline rl"',
    '"offline diffusion"',
    'chain-of-thought',
    'pretrain*',
    'diffus*',
    'α',
    'levine',
    'author:levine',
    'author:"sergey levine"',
    'author:"levine sergey"',
    'author:lukasz offline',
    'Author: Levine',
    'author:"s* levin*"',
    '"world models"',
    '/gpt-?\\d/',
    '/GPT-?[45]/i',
    '/^offline .* polic(y|ies)/',
    '/łukasz/',
    '扩散',
  ])('%s', (text) => expect(has(text)).toBe(true));
});

describe('a watch word is not found', () => {
  test.each([
    'sam', // in "samples"
    'rag', // in "ragged"
    'diffus',
    'offline video',
    '"rl offline"',
    '"diffusion offline"',
    'author:diffusion',
    'author:lev',
    'author:"levine kaiser"', // of two authors
    '/^diffusion/',
    '/(a+)+$/',
    '/(unreadable/',
    '→',
  ])('%s', (text) => expect(has(text)).toBe(false));

  test('across two texts', () => {
    expect(has('"thought we"')).toBe(false);
    expect(has('/thought.*we pre/')).toBe(false);
  });
});

test('what can be watched for: anything with a word, and patterns that can be read', () => {
  expect(['a', '"a b"', 'author:x', '/a+/', '/a/i'].every(isWatchable)).toBe(true);
  expect(['', '→', '""', 'author:', '/(/', '/(?=a)/', '"→"'].some(isWatchable)).toBe(false);
});

test('hostile patterns stop for all papers of a message together, and words are still found', () => {
  const words = [
    { text: '/(a|aa)+(b|bb)+(a|aa)+$/', colour: 'red' },
    { text: 'offline', colour: 'blue' },
  ] as const;
  const find = createWatcher(words);
  const steps = { left: 100_000 };
  const long = { ...PAPER, abstract: `offline ${'a'.repeat(19_000)}` };
  for (let count = 0; count < 1_000; count++) {
    expect(find(long, steps).map(({ text }) => text)).toEqual(['offline']);
  }
  expect(steps.left).toBeLessThan(0);
});

test('a label names the first and counts the others, and says all of them', () => {
  const found = (['diffusion', 'author:levine', '/rl/', '"a b"'] as const).map((text, at) => ({
    text,
    colour: TAG_COLOURS[at] ?? 'grey',
  }));
  const label = watchLabel(found);
  expect(label?.colours).toHaveLength(3);
  expect(label).toMatchObject({ sign: '●', said: 'watchedFor' }); // texts are their names here
  expect(watchLabel([{ text: '"diffusion policy"', colour: 'red' }])?.shown).toBe(
    'diffusion policy',
  );
  expect(watchLabel([{ text: 'x'.repeat(200), colour: 'red' }])?.shown).toHaveLength(24);
  expect(watchLabel([])).toBeNull();
});

test('colours on cards are those of tags', () => {
  const css = readFileSync('components/tags/palette.css', 'utf8');
  for (const colour of TAG_COLOURS) expect(css).toContain(`--tag-${colour}: ${COLOURS[colour]};`);
});

test('stored watch words are read one by one, once each and no more than fit', () => {
  const good = { text: ' diffusion ', colour: 'red' };
  const bad = [null, 7, 'x', {}, { text: 1, colour: 'red' }, { text: 'x', colour: 'mauve' }];
  const long = { text: 'x'.repeat(WATCH_LIMITS.text + 1), colour: 'red' };
  expect(watchWordsIn([...bad, good, good, long, { text: ' ', colour: 'red' }])).toEqual([
    { text: 'diffusion', colour: 'red' },
  ]);
  expect(watchWordsIn('x')).toEqual([]);
  const many = Array.from({ length: 500 }, (_, at) => ({ text: `w${at}`, colour: 'red' }));
  expect(watchWordsIn(many)).toHaveLength(WATCH_LIMITS.words);
});
