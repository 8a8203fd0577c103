import { fitsFrom } from '../../lib/ranking/fitting';
import type { Prepared } from './evaluate';
import { mean } from './measures';
import { METHODS } from './methods';
import type { Split } from './splits';
import { table } from './tables';

/** Shares of what was passed over, from which papers would be marked on their cards. */
const MARKED = [0.005, 0.01, 0.02, 0.05, 0.1];

/** What a mark on cards would be worth, for several thresholds: on what came later, over all readers. */
export function cardMarks(prepared: Prepared, splits: readonly Split[]): string {
  const product = METHODS.at(-1);
  if (product === undefined) return '';
  const rows = MARKED.map((share) => {
    const each = splits.map((split) => marked(prepared.score(product, split), split, share));
    const cell = (of: (one: Marks) => number): string => percent(mean(each.map(of)));
    const least = percent(Math.min(...each.map(({ right }) => right)));
    return [
      percent(share),
      cell(({ all }) => all),
      `${cell(({ right }) => right)} (${least} at worst)`,
      cell(({ found }) => found),
      (
        mean(each.map(({ all, among }) => all * among)) / mean(splits.map(daysOf(prepared)))
      ).toFixed(1),
    ];
  });
  return table(
    [
      'passed over above it',
      'marked later',
      'of these chosen',
      'of the chosen marked',
      'marks a day',
    ],
    rows,
  );
}

interface Marks {
  /** Which share of what came later is marked, and how many that were. */
  all: number;
  among: number;
  /** Which share of the marked was chosen, and which of the chosen was marked. */
  right: number;
  found: number;
}

function marked(score: (row: number) => number, split: Split, share: number): Marks {
  const scores = { length: 0 } as Record<number, number> & ArrayLike<number>;
  const least = fitsFrom(
    new Proxy(scores, { get: (_, row) => score(Number(row)) }),
    split.examples,
    share,
  );
  const fits = split.future.filter((row) => score(row) >= least);
  const right = fits.filter(split.isChosen).length;
  const chosen = split.future.filter(split.isChosen).length;
  return {
    all: fits.length / split.future.length,
    among: split.future.length,
    right: right / Math.max(1, fits.length),
    found: right / Math.max(1, chosen),
  };
}

function daysOf({ choices: { days } }: Prepared): (split: Split) => number {
  return ({ future }) => new Set(future.map((row) => days[row])).size;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
