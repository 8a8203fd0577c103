import { describe, expect, test } from 'vitest';
import type { Choices } from '../../ranking/data';
import { evaluate, prepare } from '../../ranking/evaluate';
import { generatedChoices } from '../../ranking/generated';
import { averagePrecision, foundEachDay, interval, mean } from '../../ranking/measures';
import { METHODS } from '../../ranking/methods';
import { splitsOf, withFew } from '../../ranking/splits';
import { paper } from './papers';

const list = (chosen: boolean[], days = chosen.map(() => 0)) => ({ chosen, days, dayCount: 2 });

describe('the measures of the evaluation', () => {
  test.each([
    [[true, true, false], 1],
    [[false, true], 0.5],
    [[true, false, true], (1 + 2 / 3) / 2],
    [[false, false], 0],
  ])('average precision of %s is %f', (chosen, value) => {
    expect(averagePrecision(list(chosen))).toBeCloseTo(value);
  });

  test('a day that is drawn twice counts as two, and one that is not counts nothing', () => {
    const two = list([false, true, true, false], [0, 1, 0, 1]);
    expect(averagePrecision(two, [0, 1])).toBe(1);
    expect(averagePrecision(two, [1, 0])).toBe(0.5);
    expect(averagePrecision(two, [1, 1])).toBeCloseTo(averagePrecision(two));
  });

  test('what is among the first of its day', () => {
    expect(foundEachDay(list([true, false, true, true], [0, 0, 1, 0]), 1)).toBeCloseTo(2 / 3);
  });

  test('an interval leaves out one in forty on each side', () => {
    expect(interval(Array.from({ length: 1_001 }, (_, at) => at))).toEqual([25, 975]);
  });
});

describe('a split by time', () => {
  const choices = generatedChoices(1_000);
  const splits = splitsOf(choices, [0.4, 0.6]);

  test('has nothing to learn from that comes later', () => {
    expect(splits).toHaveLength(2 * choices.readers.size);
    for (const { examples, future, known } of splits) {
      const days = examples.map(({ row }) => choices.days[row] ?? '');
      const later = future.map((row) => choices.days[row] ?? '');
      expect(days.every((day) => later.every((other) => day < other))).toBe(true);
      expect(Math.max(...examples.map(({ row }) => row))).toBeLessThan(known);
      expect(Math.min(...future)).toBeGreaterThanOrEqual(known);
    }
  });

  test('with few choices has the last ones', () => {
    for (const split of splits) {
      const few = withFew(split, 5).examples.filter(({ chosen }) => chosen);
      expect(few).toEqual(split.examples.filter(({ chosen }) => chosen).slice(-5));
    }
  });

  test('what comes later changes no score of what came before', () => {
    const [split] = splits;
    if (split === undefined) throw new Error('no split');
    const changed: Choices = {
      ...choices,
      papers: choices.papers.map((one, row) =>
        row < split.known ? one : paper(row, 'Another title of common words'),
      ),
    };
    const [before, after] = [prepare(choices), prepare(changed)];
    const rows = split.examples.map(({ row }) => row);
    for (const method of METHODS) {
      expect(rows.map(after.score(method, split))).toEqual(rows.map(before.score(method, split)));
    }
  });

  test('the product finds what generated readers care for', () => {
    const [random, product] = [METHODS[0], METHODS.at(-1)];
    if (!random || !product) throw new Error('no methods');
    const figures = evaluate(prepare(choices), [random, product], splits);
    const worth = ({ name }: { name: string }) =>
      mean(figures.flatMap(({ method, precision }) => (method === name ? precision : [])));
    expect(worth(product)).toBeGreaterThan(1.5 * worth(random));
  });
});
