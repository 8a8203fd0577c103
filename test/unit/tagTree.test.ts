import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanTag, sortTags, tagKey } from '../../lib/papers/tags';
import { isWithin, retagged } from '../../lib/papers/tagTree';

describe('a tag is within another one', () => {
  test.each([
    ['ml', 'ml', true],
    ['ml/rl', 'ml', true],
    ['ML/RL/ppo', 'ml/rl', true],
    ['mlops', 'ml', false],
    ['ml', 'ml/rl', false],
    ['ai/ml', 'ml', false],
  ])('"%s" within "%s": %s', (tag, parent, is) => {
    expect(isWithin(tag, parent)).toBe(is);
  });
});

describe('tags after a tag was renamed or deleted', () => {
  test.each<[what: string, tags: string[], from: string, to: string | null, left: string[]]>([
    ['itself', ['ml', 'vision'], 'ml', 'ai', ['ai', 'vision']],
    ['what is below it', ['ml', 'ml/rl', 'mlops'], 'ml', 'ai', ['ai', 'ai/rl', 'mlops']],
    ['another spelling', ['ML/RL'], 'ml', 'ai', ['ai/RL']],
    ['its spelling only', ['ml', 'ml/rl'], 'ml', 'ML', ['ML', 'ML/rl']],
    [
      'to one that is there: one tag',
      ['ml', 'machine learning'],
      'ml',
      'machine learning',
      ['machine learning'],
    ],
    ['to one that is there, below it too', ['ml/rl', 'ai/rl'], 'ml', 'ai', ['ai/rl']],
    ['from the top of several levels', ['ABC/DEF/GHI'], 'ABC', 'ABC2', ['ABC2/DEF/GHI']],
    ['to lower case', ['Water'], 'Water', 'water', ['water']],
    ['beside what only begins like it', ['mlops'], 'ml', 'ai', ['mlops']],
    ['to one below itself', ['ml', 'ml/rl'], 'ml', 'ml/old', ['ml/old', 'ml/old/rl']],
    ['to one above itself', ['ml/rl', 'ml/rl/ppo'], 'ml/rl', 'ml', ['ml', 'ml/ppo']],
    ['to one that has to be cleaned', ['ml/rl'], 'ml', ' #a , b/ ', ['a b/rl']],
    ['deleted, with what is below', ['ml', 'ml/rl', 'x'], 'ml', null, ['x']],
    ['deleted from below', ['ml', 'ml/rl'], 'ml/rl', null, ['ml']],
  ])('%s', (_what, tags, from, to, left) => {
    expect(retagged(tags, from, to)).toEqual(left);
  });

  test('where no tag is concerned the list is the same', () => {
    const tags = ['a', 'b'];
    expect(retagged(tags, 'c', 'd')).toBe(tags);
  });

  test('the tags of any annotation stay sorted and different', () => {
    const tag = fc.stringMatching(/^[aAbB]{1,2}(\/[aAbB]){0,2}$/);
    fc.assert(
      fc.property(fc.array(tag), tag, fc.option(tag), (list, from, to) => {
        const tags = sortTags([...new Map(list.map((one) => [tagKey(one), one])).values()]);
        const left = retagged(tags, from, to);
        expect(left).toEqual(sortTags(left));
        expect(new Set(left.map(tagKey)).size).toBe(left.length);
        expect(left.map(cleanTag)).toEqual(left);
        const isApart = to === null || !(isWithin(to, from) || isWithin(from, to));
        expect(isApart && left.some((one) => isWithin(one, from))).toBe(false);
      }),
    );
  });
});
