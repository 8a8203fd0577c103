import type { PaperId } from '../../lib/papers/ids';
import { generatedPaper, random, wordOf } from '../bench/library';
import type { Choices } from './data';

const PAPERS = 2_000;
const PAPERS_A_DAY = 20;
const READERS = 4;
/** How many words a reader cares about, of which ranks, and how many of them make a paper that is chosen. */
const WORDS = 40;
const RANKS = { from: 200, to: 2_000 };
const ENOUGH = 3;

/** Generated papers and readers who care for some words each: they show that it works, and measure nothing. */
export function generatedChoices(size = PAPERS): Choices {
  const papers = Array.from({ length: size }, (_, n) => generatedPaper(n));
  const texts = papers.map(
    ({ title, abstract = '' }) => new Set(`${title} ${abstract}`.toLowerCase().split(/\W+/)),
  );
  const start = Date.UTC(2026, 0, 1);
  return {
    source: 'generated papers and readers',
    papers,
    days: papers.map((_, n) =>
      new Date(start + Math.floor(n / PAPERS_A_DAY) * 86_400_000).toISOString().slice(0, 10),
    ),
    readers: new Map(
      Array.from({ length: READERS }, (_, reader) => {
        const next = random(reader + 1);
        const rank = () => RANKS.from + Math.floor(next() * (RANKS.to - RANKS.from));
        const words = Array.from({ length: WORDS }, () => wordOf(rank()));
        const ids = papers.flatMap(({ id }, n): PaperId[] =>
          words.filter((word) => texts[n]?.has(word)).length >= ENOUGH ? [id] : [],
        );
        return [`reader ${reader + 1}`, new Set(ids)];
      }),
    ),
  };
}
