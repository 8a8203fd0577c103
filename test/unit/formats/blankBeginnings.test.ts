import { expect, test } from 'vitest';
import { SAMPLES } from './mutants';
import { outline, read } from './reading';

/** What may stand before the first word of a file; the first ones are lines of their own. */
const LINES = ['\n\n', ' \r\n\t\n', '\u00a0\n', '\r\r\n', `${' '.repeat(70_000)}\n`];
const INDENTS = [
  '    ',
  '\n\t',
  '\u00a0',
  '\n\uFEFF',
  ' \uFEFF \u2028',
  '\n\f\t ',
  ' '.repeat(70_000),
];

const linesOf = (blank: string): number => blank.split(/\r\n|[\r\n]/).length - 1;

/** The outline of a file that begins so many lines further down. */
function movedBy(lines: number, outlines: readonly string[]): string[] {
  return outlines.map((line) => line.replace(/^\d+/, (number) => String(Number(number) + lines)));
}

test.each([...SAMPLES])('%s is read the same behind blank lines', async (_, text) => {
  const { format, decoded } = await read(text);
  for (const blank of LINES) {
    const behind = await read(blank + text);
    expect(behind.format).toBe(format);
    expect(outline(behind.decoded)).toEqual(movedBy(linesOf(blank), outline(decoded)));
  }
});

test.each([...SAMPLES])('%s is what it is with blanks before its first word', async (_, text) => {
  const { format, decoded } = await read(text);
  for (const blank of INDENTS) {
    const behind = await read(blank + text);
    expect(behind.format).toBe(format);
    // In a text they say how far in something stands.
    if (format === 'text') continue;
    expect(outline(behind.decoded)).toEqual(movedBy(linesOf(blank), outline(decoded)));
  }
});

test.each([...SAMPLES])('blanks before %s may come in pieces', async (_, text) => {
  for (const blank of [...LINES, ...INDENTS]) {
    const { decoded } = await read(blank + text);
    for (const size of [1, 3, 50_000]) {
      // What is long comes in large pieces only: a character at a time would take seconds.
      if (blank.length / size > 10_000) continue;
      expect(outline((await read(blank + text, size)).decoded)).toEqual(outline(decoded));
    }
  }
});

test('a table whose first column has no name keeps its columns', async () => {
  const text = '\turl\ttitle\n0\thttps://arxiv.org/abs/2401.12345\tOne\n';
  for (const size of [1, 5, text.length]) {
    expect(outline((await read(text, size)).decoded)).toEqual(['2 arxiv:2401.12345 (implied) One']);
  }
});
