import { type Figure, type Measured, median, p95, type Values } from './figures.ts';

/** One table of all figures, in Markdown: median / 95th percentile by size, and how often the median at the smallest. */
export function tableOf(
  figures: readonly Figure[],
  measured: Measured,
  sizes: readonly number[],
): string[] {
  const titles = sizes.map((size) => size.toLocaleString('en'));
  const head = ['median / 95th percentile', ...titles, 'goal', 'met'];
  return [
    row(head),
    row(head.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...figures.map((figure) => lineOf(figure, measured, sizes)),
  ];
}

function lineOf(figure: Figure, measured: Measured, sizes: readonly number[]): string {
  const of = (size: number, name = figure.name): readonly number[] =>
    measured.get(name)?.get(size) ?? [];
  const values: Values = {
    of,
    sizes,
    largest: Math.max(...sizes),
    smallest: Math.min(...sizes),
  };
  const base = median(of(values.smallest));
  const cells = sizes.map((size) => {
    const all = of(size);
    if (all.length === 0) return 'not there yet';
    const ratio = median(all) / base;
    const times = size === values.smallest || !Number.isFinite(ratio) ? '' : ` ×${spell(ratio)}`;
    return `${spell(median(all))} / ${spell(p95(all))}${times}`;
  });
  const goals = figure.goals ?? [];
  const met = goals.map((goal) => spellMet(goal.isMet(values)));
  const unit = figure.unit === '' ? '' : `, ${figure.unit}`;
  return row([
    figure.name + unit,
    ...cells,
    goals.map(({ text }) => text).join('; '),
    met.join('; '),
  ]);
}

function spellMet(met: boolean | null): string {
  return met === null ? '?' : met ? 'yes' : '**no**';
}

/** Three figures are as much as a measurement says. */
export function spell(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return String(Number(value.toFixed(digits)));
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
