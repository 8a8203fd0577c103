import type { Paper } from '../../../lib/papers/paper';
import { createCounter } from '../../../lib/ranking/counting';
import type { Example } from '../../../lib/ranking/examples';
import { type Trained, training } from '../../../lib/ranking/model';
import { inOneGo } from '../../../lib/search/index/inOneGo';

const ROBOTS = ['grasping', 'manipulation', 'robot', 'gripper', 'policy', 'diffusion'];
const CODE = ['compiler', 'program', 'repair', 'syntax', 'unit', 'tests'];

export function paper(n: number, title: string, abstract?: string): Paper {
  return { id: `arxiv:2501.${String(n).padStart(5, '0')}`, title, abstract, authors: [] };
}

/** Papers by turns about robots and about code, which have most words in common. */
export const PAPERS: readonly Paper[] = Array.from({ length: 60 }, (_, n) => {
  const topic = n % 2 === 0 ? ROBOTS : CODE;
  const word = (at: number) => topic[(n + at) % topic.length] ?? '';
  return paper(n, `The ${word(0)} of ${word(2)}`, `We show how ${word(1)} and ${word(3)} work.`);
});

/** A reader who chose what is about robots, of all but the last few. */
export const EXAMPLES: readonly Example[] = Array.from({ length: 50 }, (_, row) => ({
  row,
  chosen: row % 2 === 0,
  weight: 1,
}));

export function trainedOn(papers: readonly Paper[], examples: readonly Example[]): Trained {
  return inOneGo(training(countedOf(papers), examples));
}

export function countedOf(papers: readonly Paper[]) {
  const counter = createCounter();
  for (const one of papers) counter.add(one);
  return counter.counted();
}
