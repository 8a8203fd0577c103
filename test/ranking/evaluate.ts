import type { Paper } from '../../lib/papers/paper';
import { createCounter } from '../../lib/ranking/counting';
import type { Choices } from './data';
import { averagePrecision, drawsOf, foundEachDay, type Ranked, ranked } from './measures';
import type { Known, Method } from './methods';
import { type Split, splitsOf } from './splits';

/** How often days are drawn for an interval. */
const DRAWS = 400;
/** How many papers of a day are looked at. */
export const LOOKED_AT = 5;

/** What a method was worth to a reader at one moment. */
export interface Figure {
  method: string;
  split: Split;
  precision: number;
  /** Which share of what was chosen was among the first of its day. */
  found: number;
  /** The average precision of each draw of days: the same draws for every method. */
  drawn: number[];
}

/** Choices, made ready for many methods. */
export interface Prepared {
  choices: Choices;
  score: (method: Method, split: Split) => (row: number) => number;
  rank: (method: Method, split: Split) => Ranked;
  splits: (shares: readonly number[]) => Split[];
}

/** Counts the features of all papers, once: what the product judges them by, or something else. */
export function prepare(choices: Choices, read?: (paper: Paper) => string[]): Prepared {
  const { papers, days } = choices;
  const counter = createCounter(read);
  for (const paper of papers) counter.add(paper);
  const known: Omit<Known, 'split'> = { papers, days, counted: counter.counted() };
  const score: Prepared['score'] = (method, split) => method.learn({ ...known, split });
  return {
    choices,
    splits: (shares) => splitsOf(choices, shares),
    score,
    rank: (method, split) =>
      ranked(split.future, score(method, split), split.isChosen, (row) => days[row] ?? ''),
  };
}

/** Measures each method on each split. */
export function evaluate(
  { rank }: Prepared,
  methods: readonly Method[],
  splits: readonly Split[],
): Figure[] {
  return splits.flatMap((split) =>
    methods.map((method) => {
      const list = rank(method, split);
      const draws = drawsOf(list.dayCount, DRAWS);
      return {
        method: method.name,
        split,
        precision: averagePrecision(list),
        found: foundEachDay(list, LOOKED_AT),
        drawn: draws.map((times) => averagePrecision(list, times)),
      };
    }),
  );
}
