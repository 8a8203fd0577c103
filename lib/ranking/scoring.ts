import type { Paper } from '../papers/paper';
import { featuresOf } from './features';
import type { Model } from './model';
import { reasonsFor } from './reasons';
import { damped } from './weighing';

/** Judges papers by a model. */
export interface Scorer {
  /** How well a paper fits: the greater, the better; only the order means anything. */
  score(paper: Paper): number;
  /** Why it fits, the strongest reason first: words of the paper; empty where nothing speaks for it. */
  reasons(paper: Paper): string[];
  /** The paper's vector: a number for each of the model's features. */
  vector(paper: Paper): Float64Array;
}

/** Reads a model. */
export function createScorer({ features, rarities, tastes, bias }: Model): Scorer {
  const names = features.split('\n');
  const numbers = new Map(names.map((name, number) => [name, number]));

  /** A paper's features by their numbers, and the value of each in its vector. */
  function valuesOf(paper: Paper): [number, number][] {
    const counts = new Map<number, number>();
    for (const name of featuresOf(paper)) {
      const number = numbers.get(name);
      if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    const values = [...counts].map(([number, times]): [number, number] => [
      number,
      damped(times) * (rarities[number] ?? 0),
    ]);
    const length = Math.hypot(...values.map(([, value]) => value)) || 1;
    return values.map(([number, value]) => [number, value / length]);
  }

  return {
    score: (paper) =>
      valuesOf(paper).reduce((sum, [number, value]) => sum + value * (tastes[number] ?? 0), bias),
    reasons: (paper) => {
      const parts = valuesOf(paper).map(([number, value]): [string, number] => [
        names[number] ?? '',
        value * (tastes[number] ?? 0),
      ]);
      return reasonsFor(paper, new Map(parts));
    },
    vector: (paper) => {
      const vector = new Float64Array(names.length);
      for (const [number, value] of valuesOf(paper)) vector[number] = value;
      return vector;
    },
  };
}
