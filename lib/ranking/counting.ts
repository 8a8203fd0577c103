import type { Paper } from '../papers/paper';
import { featuresOf } from './features';
import type { Sparse } from './sparse';

/** How often each paper has each feature. */
export interface Counted extends Sparse {
  /** The features by their numbers. */
  names: readonly string[];
}

/** Counts papers' features as they come, so that no more than one of them is in memory. */
export interface Counter {
  add(paper: Paper): void;
  counted(): Counted;
}

/**
 * Most features that are told apart; those that are met first are. Forty thousand papers have some two hundred thousand,
 * and no page can make a worker run out of memory by inventing more.
 */
export const MOST_NAMES = 500_000;

/** A counter that has seen no paper yet. Features are numbered as they are met. */
export function createCounter(read: (paper: Paper) => string[] = featuresOf): Counter {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const starts = [0];
  const features: number[] = [];
  const values: number[] = [];
  /** Where each feature was counted last; it is the paper's own if it is not before the paper's first. */
  const places: number[] = [];

  function numberOf(name: string): number | null {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    if (names.length === MOST_NAMES) return null;
    numbers.set(name, names.length);
    places.push(-1);
    return names.push(name) - 1;
  }

  return {
    add(paper) {
      const first = features.length;
      for (const name of read(paper)) {
        const feature = numberOf(name);
        if (feature === null) continue;
        const place = places[feature] ?? -1;
        if (place >= first) values[place] = (values[place] ?? 0) + 1;
        else {
          places[feature] = features.length;
          features.push(feature);
          values.push(1);
        }
      }
      starts.push(features.length);
    },
    // From an array, the constructor copies in a few milliseconds; `from` takes ten times as long.
    counted: () => ({
      names,
      starts: new Uint32Array(starts),
      features: new Uint32Array(features),
      values: new Float32Array(values),
    }),
  };
}
