import { expect, test } from 'vitest';
import { cardMarks } from '../../ranking/cardMarks';
import { prepare } from '../../ranking/evaluate';
import { generatedChoices } from '../../ranking/generated';

test('the higher the threshold, the fewer are marked, and the more of these were chosen', () => {
  const prepared = prepare(generatedChoices());
  const rows = cardMarks(prepared, prepared.splits([0.6]))
    .split('\n')
    .slice(2);
  const numbers = rows.map((row) => [...row.matchAll(/[\d.]+/g)].map(([number]) => Number(number)));
  const marked = numbers.map(([, all = 0]) => all);
  expect(marked).toHaveLength(5);
  expect(marked).toEqual([...marked].sort((a, b) => a - b));
  expect(marked.at(-1)).toBeLessThan(100);
});
