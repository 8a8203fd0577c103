import type { Figure } from './evaluate';
import { interval, mean } from './measures';

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Three decimals. */
export function shown(value: number): string {
  return value.toFixed(3);
}

/** Average precision of each method for each reader, with the interval over days, and over all readers. */
export function byReader(figures: readonly Figure[], baseline: string): string {
  const readers = [...new Set(figures.map(({ split }) => split.reader))];
  const methods = [...new Set(figures.map(({ method }) => method))];
  const rows = methods.map((method) => {
    const mine = figures.filter((figure) => figure.method === method);
    const theirs = figures.filter((figure) => figure.method === baseline);
    const all = meanDraws(mine);
    const than = meanDraws(theirs);
    return [
      method,
      ...mine.map(({ precision, drawn }) => `${shown(precision)} ${between(drawn)}`),
      shown(mean(mine.map(({ precision }) => precision))),
      method === baseline ? '–' : between(all.map((value, at) => value - (than[at] ?? 0))),
      shown(mean(mine.map(({ found }) => found))),
    ];
  });
  return table(['', ...readers, 'all', 'more than the base line', 'first 5 of a day'], rows);
}

/** Average precision of each method at each moment, over all readers. */
export function byColumn(figures: readonly Figure[], column: (figure: Figure) => string): string {
  const columns = [...new Set(figures.map(column))];
  const methods = [...new Set(figures.map(({ method }) => method))];
  const rows = methods.map((method) => [
    method,
    ...columns.map((one) => {
      const cell = figures.filter((figure) => figure.method === method && column(figure) === one);
      return `${shown(mean(cell.map(({ precision }) => precision)))} ${between(meanDraws(cell))}`;
    }),
  ]);
  return table(['', ...columns], rows);
}

function between(values: readonly number[]): string {
  return `(${interval(values).map(shown).join(' to ')})`;
}

/** The mean over figures of their draws, draw by draw. */
function meanDraws(figures: readonly Figure[]): number[] {
  const [first] = figures;
  return (first?.drawn ?? []).map((_, at) => mean(figures.map(({ drawn }) => drawn[at] ?? 0)));
}
