import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bench, MEASURES } from '../bench/bench.ts';
import { EXTENSION, TEST_OUTPUT } from './harness/build.ts';

const FOLDER = `${TEST_OUTPUT}/bench`;

test('the bench measures everything that it says it does, and prints it', async () => {
  const said: string[] = [];
  // It puts pages of its own beside ours, and other files run meanwhile.
  const extension = `${FOLDER}/extension`;
  cpSync(EXTENSION, extension, { recursive: true });
  const { measured, figures, lines } = await bench({
    sizes: [100],
    runs: 1,
    only: '',
    folder: FOLDER,
    extension,
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
