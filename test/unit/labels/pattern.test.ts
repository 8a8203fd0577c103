import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patternOf } from '../../../lib/labels/pattern/pattern';

const MANY = 1e9;
const finds = (source: string, text: string, left = MANY): boolean | undefined =>
  patternOf(source)?.(text, { left });

describe('a pattern finds what a regular expression finds', () => {
  test.each([
    ['diffusion', 'a diffusion policy', true],
    ['^diffusion', 'a diffusion policy', false],
    ['policy$', 'a diffusion policy', true],
    ['llm[- ]?agents?', 'llm-agent', true],
    ['\\brl\\b', 'world models', false],
    ['\\brl\\b', 'on rl, again', true],
    ['\\Brl\\B', 'world', true],
    ['gpt-?[345](\\.\\d)?', 'gpt-4.5', true],
    ['a{3}', 'aa', false],
    ['a{2,3}b', 'aaab', true],
    ['a{0}b', 'b', true],
    ['(?:in|out) of', 'out of reach', true],
    ['[^a-z ]', 'abc def', false],
    ['x*?y', 'xxy', true],
    ['a|', '', true],
    ['\\x61\\u0062', 'ab', true],
    ['c\\+\\+', 'in c++', true],
    ['[]]', 'a', false],
    ['.', '\n', false],
    ['(a*)*b', 'aaab', true],
  ])('/%s/ in %j: %s', (source, text, found) => expect(finds(source, text)).toBe(found));

  test('in whichever case and with whichever accents it is written', () => {
    expect(finds('Schrödinger', 'schrodinger bridge')).toBe(true);
    expect(finds('[A-Z]{3}', 'rag')).toBe(true);
    expect(finds('straße', 'strasse')).toBe(true);
  });

  const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '\\w', '\\s', '1', ' ');
  const much = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}');
  const row = fc.array(fc.tuple(atom, much), { maxLength: 4 }).map((all) => all.flat().join(''));
  const group = fc.tuple(row, row, much).map(([one, other, many]) => `(${one}|${other})${many}`);
  const source = fc.tuple(row, group, row, fc.boolean(), fc.boolean());
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', '_'), maxLength: 12 });
  test('always', () => {
    fc.assert(
      fc.property(source, text, ([before, middle, after, isStart, isEnd], typed) => {
        const whole = `${isStart ? '^' : ''}${before}${middle}${after}${isEnd ? '$' : '\\b'}`;
        expect(finds(whole, typed)).toBe(new RegExp(whole).test(typed));
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each(['(', ')', '[', '[b-a]', '*', '+a', 'a**', 'a{2}{3}', 'a{3,2}', '\\', '\\1', '\\k<a>'])(
  '/%s/ is not a pattern',
  (source) => expect(patternOf(source)).toBeNull(),
);

test.each(['(?=a)', '(?!a)', '(?<=a)b', '(a)\\1', '\\p{L}', '(?<name>a)'])(
  '/%s/ looks around or back, which takes no bounded time: it is refused',
  (source) => expect(patternOf(source)).toBeNull(),
);

test.each(['(((a{99}){99}){99}){99}', 'a{999}{999}', '(a{500}){3}', `${'('.repeat(150)}a`])(
  '/%s/ is too large or no pattern',
  (source) => expect(patternOf(source)).toBeNull(),
);

describe('no pattern takes longer than its length times the length of the text', () => {
  const evil = [
    '(a+)+$',
    '(a|aa)+$',
    '(a|a?)+b',
    '(.*)*x',
    'a*a*a*a*a*b',
    '(a?){50}a{50}',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
  ];
  test.each(evil)('/%s/', (source) => {
    const pattern = patternOf(source);
    const stepsFor = (length: number): number => {
      const steps = { left: MANY };
      pattern?.('a'.repeat(length), steps);
      return MANY - steps.left;
    };
    expect(stepsFor(4_000)).toBeLessThan(4.5 * stepsFor(1_000)); // linear
    expect(stepsFor(20_000)).toBeLessThan(20_000 * 2_200);
  });

  test('and where steps have run out nothing is found, at once', () => {
    const steps = { left: 1_000 };
    expect(patternOf('(a|aa)+b')?.(`${'a'.repeat(100_000)}b`, steps)).toBe(false);
    expect(steps.left).toBeGreaterThan(-100);
    expect(patternOf('a')?.('a', steps)).toBe(false);
  });
});
