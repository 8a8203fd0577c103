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
}

/** Reads a model. */
export function createScorer({ features, rarities, tastes, bias }: Model): Scorer {
  const numbers = new Map(features.split('\n').map((name, number) => [name, number]));

  /** What each of a paper's features adds to its score. */
  function partsOf(paper: Paper): Map<string, number> {
    const counts = new Map<string, number>();
    for (const name of featuresOf(paper)) {
      if (numbers.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const parts = new Map<string, number>();
    let squares = 0;
    for (const [name, times] of counts) {
      const number = numbers.get(name) ?? 0;
      const value = damped(times) * (rarities[number] ?? 0);
      squares += value * value;
      parts.set(name, value * (tastes[number] ?? 0));
    }
    const length = Math.sqrt(squares) || 1;
    for (const [name, part] of parts) parts.set(name, part / length);
    return parts;
  }

  return {
    score: (paper) => [...partsOf(paper).values()].reduce((sum, part) => sum + part, bias),
    reasons: (paper) => reasonsFor(paper, partsOf(paper)),
  };
}
