import { expect, test } from 'vitest';
import { bench, MEASURES } from '../bench/bench.ts';
import { EXTENSION, TEST_OUTPUT } from './harness/build.ts';

test('the bench measures everything that it says it does, and prints it', async () => {
  const said: string[] = [];
  const { measured, figures, lines } = await bench({
    sizes: [100],
    runs: 1,
    only: '',
    folder: `${TEST_OUTPUT}/bench`,
    extension: EXTENSION,
    say: (line) => said.push(line),
  });
  for (const { name } of figures) {
    const values = measured.get(name)?.get(100) ?? [];
    expect(values, `${name}\n${said.join('\n')}`).not.toEqual([]);
    for (const value of values) expect(value, name).toSatisfy(Number.isFinite);
  }
  const table = lines.join('\n');
  for (const { name } of figures) expect(table).toContain(name);
  expect(table).not.toContain('not there yet');
  expect(MEASURES.flatMap((measure) => measure.figures)).toEqual(figures);
}, 600_000);
