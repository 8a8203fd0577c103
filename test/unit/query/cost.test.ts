import { expect, test } from 'vitest';
import { parseQuery } from '../../../lib/papers/query/parse';
import { withTerm } from '../../../lib/papers/query/terms';
import { NOW } from './queries';

type Size = (self: unknown, result: unknown, from: number) => number;
const whole: Size = (self) => String(self).length;
const part: Size = (_, result) => String(result).length;

// What a search is read with, and how many characters one call may look at.
const WATCHED: [owner: object, method: string, size: Size][] = [
  [String.prototype, 'slice', part],
  [String.prototype, 'charAt', part],
  [String.prototype, 'toLowerCase', whole],
  [String.prototype, 'normalize', whole],
  [String.prototype, 'trim', whole],
  [String.prototype, 'replace', whole],
  [RegExp.prototype, 'exec', charactersMatched],
];

/** A sticky pattern looks at what it matches, a global one goes on from there, any other may look at everything. */
function charactersMatched(pattern: unknown, match: unknown, from: number): number {
  const { sticky, global } = pattern as RegExp; // it is what `exec` was called on
  if (match === null) return 0;
  const { index, input, 0: text } = match as RegExpExecArray; // or null, above
  return sticky || global ? index + text.length - from : input.length;
}

/** How many characters are looked at while something runs: a cost that is the same on every machine. */
function charactersSeen(run: () => unknown): number {
  let seen = 0;
  const restore = WATCHED.map(([owner, name, size]) => {
    const method = Reflect.get(owner, name);
    Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
      const from = this instanceof RegExp ? this.lastIndex : 0;
      const result: unknown = Reflect.apply(method, this, args);
      seen += 1 + size(this, result, from);
      return result;
    });
    return () => Reflect.set(owner, name, method);
  });
  try {
    run();
  } finally {
    for (const one of restore) one();
  }
  return seen;
}

const HOSTILE = [
  ...'a|"|(|)|()|-|-(|(a OR |OR |\\|"\\|:|a:|tag:|tag:"|tag:/ |tag:# |foo:b |arxiv:|year:..'.split(
    '|',
  ),
  ...'added:<|v1|//|强|强 |é|한|🔥|\u0308|\n|https://arxiv.org/abs/|2504.12345 |a-|..|a |- '.split(
    '|',
  ),
  ...['|', 'a|'],
];

test.each(HOSTILE)('ten times as much of %j costs ten times as much', (unit) => {
  const of = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
  const reading = (length: number): number => charactersSeen(() => parseQuery(of(length), NOW));
  expect(reading(10_000)).toBeLessThan(12 * reading(1_000));
  expect(reading(10_000)).toBeLessThan(40 * 10_000);
  const adding = (length: number): number =>
    charactersSeen(() => withTerm(of(length), { kind: 'tag', tag: 'rl' }));
  expect(adding(10_000)).toBeLessThan(12 * adding(1_000));
});

test('a cost that grows faster would be seen', () => {
  const quadratic = (length: number) => () => {
    for (let at = 0; at < length; at++) 'a'.repeat(length).slice(at);
  };
  expect(charactersSeen(quadratic(1_000))).toBeGreaterThan(50 * charactersSeen(quadratic(100)));
});
