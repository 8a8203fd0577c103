/** What a measure gives: the values of each of its figures, by name. */
export type Samples = Record<string, number[]>;

/** Everything measured so far: values by figure and size. */
export type Measured = Map<string, Map<number, number[]>>;

/** What a figure should reach, and whether it does; null where that was not measured. */
export interface Goal {
  text: string;
  isMet(values: Values): boolean | null;
}

/** One line of the table. */
export interface Figure {
  name: string;
  unit: 'ms' | 'MB' | '' | '×';
  goals?: readonly Goal[];
}

/** The values of one line by size, and those of other lines. */
export interface Values {
  largest: number;
  smallest: number;
  of(size: number, figure?: string): readonly number[];
  sizes: readonly number[];
}

/** A share of sorted values: 0.5 is the median. NaN where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const at = share * (sorted.length - 1);
  const [low = Number.NaN, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at % 1);
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
export const p95 = (values: readonly number[]): number => percentile(values, 0.95);
export const most = (values: readonly number[]): number => percentile(values, 1);

type Summary = (values: readonly number[]) => number;

/** At the largest library, no more than this. */
export function atMost(limit: number, unit: string, summary: Summary = p95): Goal {
  return {
    text: `≤ ${limit}${unit === '' ? '' : ` ${unit}`} (${nameOf(summary)})`,
    isMet: ({ of, largest }) => judged(summary(of(largest)), limit),
  };
}

/** At every size, no more than this. */
export function alwaysAtMost(limit: number, unit: string, summary: Summary = p95): Goal {
  return {
    text: `≤ ${limit}${unit === '' ? '' : ` ${unit}`} at every size (${nameOf(summary)})`,
    isMet: ({ of, sizes }) => judged(Math.max(...sizes.map((size) => summary(of(size)))), limit),
  };
}

/** At the largest library, no more than so many times another figure, by their medians. */
export function timesFigure(times: number, figure: string, called = figure): Goal {
  return {
    text: `≤ ${times} × ${called}`,
    isMet: ({ of, largest }) => judged(median(of(largest)) / median(of(largest, figure)), times),
  };
}

/** At the largest library, no more than so many times the same at the smallest, by their medians. */
export function timesSmallest(times: number): Goal {
  return {
    text: `≤ ${times} × the smallest`,
    isMet: ({ of, largest, smallest }) => judged(median(of(largest)) / median(of(smallest)), times),
  };
}

function judged(value: number, limit: number): boolean | null {
  return Number.isNaN(value) ? null : value <= limit;
}

function nameOf(summary: Summary): string {
  return summary === p95 ? '95th' : summary === median ? 'median' : 'worst';
}
