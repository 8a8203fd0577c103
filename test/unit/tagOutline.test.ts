import { describe, expect, test } from 'vitest';
import { shownLines, tagOutline } from '../../lib/papers/tagOutline';

const tags = [
  { tag: 'ml', count: 3 },
  { tag: 'ML/rl', count: 5 },
  { tag: 'ml/rl/offline', count: 2 },
  { tag: 'zoo', count: 9 },
  { tag: 'bio/protein', count: 1 },
  { tag: 'ml-ops', count: 1 },
];
const outline = (order: 'name' | 'count' = 'name') =>
  tagOutline(tags, [{ key: 'ml', tag: 'ml', colour: 'red' }], order);

describe('the outline of tags', () => {
  test('nests by slashes, whatever the case, with what is used below', () => {
    expect(
      outline().map(({ tag, level, count, below, uses }) => [tag, level, count, below, uses]),
    ).toEqual([
      ['bio', 1, 0, 1, 1],
      ['bio/protein', 2, 1, 0, 1],
      ['ml', 1, 3, 2, 10],
      ['ML/rl', 2, 5, 1, 7],
      ['ml/rl/offline', 3, 2, 0, 2],
      ['ml-ops', 1, 1, 0, 1],
      ['zoo', 1, 9, 0, 9],
    ]);
    expect(outline()[2]).toMatchObject({ key: 'ml', name: 'ml', colour: 'red' });
    expect(outline()[3]).toMatchObject({ key: 'ml/rl', name: 'rl', colour: null });
  });

  test('has the most used first where it is asked for, each before what is below it', () => {
    expect(outline('count').map(({ tag }) => tag)).toEqual([
      'ml',
      'ML/rl',
      'ml/rl/offline',
      'zoo',
      'bio',
      'bio/protein',
      'ml-ops',
    ]);
  });

  test('hides what is below a folded line, and nothing else', () => {
    const shown = shownLines(outline(), '', new Set(['ml']));
    expect(shown.map(({ tag }) => tag)).toEqual(['bio', 'bio/protein', 'ml', 'ml-ops', 'zoo']);
  });

  test.each([
    ['RL', ['ml', 'ML/rl', 'ml/rl/offline']],
    ['prot', ['bio', 'bio/protein']],
    ['ml/', ['ml', 'ML/rl', 'ml/rl/offline']],
    ['nope', []],
  ])('finds %j with what it stands below, folded or not', (filter, found) => {
    const shown = shownLines(outline(), filter, new Set(['ml', 'bio']));
    expect(shown.map(({ tag }) => tag)).toEqual(found);
  });
});
