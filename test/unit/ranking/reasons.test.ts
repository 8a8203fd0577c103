import { describe, expect, test } from 'vitest';
import { reasonsFor } from '../../../lib/ranking/reasons';
import { createScorer } from '../../../lib/ranking/scoring';
import { EXAMPLES, PAPERS, paper, trainedOn } from './papers';

const parts = (...entries: [string, number][]) => new Map(entries);

describe('why a paper fits', () => {
  test.each<[string, string, string, [string, number][], string[]]>([
    [
      'the strongest first',
      'A robot',
      'grasping',
      [
        ['robot', 1],
        ['grasping', 2],
      ],
      ['grasping', 'robot'],
    ],
    [
      'neighbours are one reason',
      'Offline Diffusion Policy',
      '',
      [
        ['policy', 2],
        ['offline', 1],
        ['diffusion', 2],
      ],
      ['diffusion policy', 'offline'],
    ],
    [
      'also in the abstract',
      'A',
      'reward models',
      [
        ['models', 1],
        ['reward', 3],
      ],
      ['reward models'],
    ],
    [
      'not in another order',
      'policy and diffusion',
      '',
      [
        ['policy', 1],
        ['diffusion', 1],
      ],
      ['diffusion', 'policy'],
    ],
    [
      'no word without a meaning',
      'We show the robot',
      '',
      [
        ['we', 9],
        ['show', 8],
        ['the', 9],
        ['robot', 1],
      ],
      ['robot'],
    ],
    [
      'no number alone',
      '7 robots in 2025',
      '',
      [
        ['7', 9],
        ['2025', 9],
        ['robots', 1],
      ],
      ['robots'],
    ],
    [
      'nothing that speaks against it',
      'A robot for code',
      '',
      [
        ['robot', 1],
        ['code', -2],
      ],
      ['robot'],
    ],
    [
      'nothing that hardly counts',
      'robot code',
      '',
      [
        ['robot', 100],
        ['code', 1],
      ],
      ['robot'],
    ],
    [
      'three at most',
      'a1 x b1 x c1 x d1',
      '',
      [
        ['a1', 4],
        ['b1', 3],
        ['c1', 2],
        ['d1', 1],
      ],
      ['a1', 'b1', 'c1'],
    ],
    ['none where nothing speaks for it', 'A robot', '', [['robot', -1]], []],
    [
      'without their TeX',
      String.raw`\textbf{Robot} grasping`,
      '',
      [
        ['robot', 1],
        ['grasping', 1],
      ],
      ['robot grasping'],
    ],
  ])('%s', (_, title, abstract, given, reasons) => {
    expect(reasonsFor(paper(1, title, abstract), parts(...given))).toEqual(reasons);
  });

  test('are words of the paper that the chosen ones have', () => {
    const { reasons } = createScorer(trainedOn(PAPERS, EXAMPLES).model);
    expect(reasons(paper(2, 'A gripper, its compiler and a robot'))).toEqual(
      expect.arrayContaining(['gripper', 'robot']),
    );
    expect(reasons(paper(3, 'A compiler')).length).toBe(0);
  });
});
