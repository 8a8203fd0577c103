import type { PaperId } from './ids';
import { words } from './query/words';

/** Words of a title below which it says too little: "Introduction", "Reply". */
const LEAST_WORDS = 3;

/** Whether two titles, without their TeX, are the same but for case, accents and signs. */
export function hasSameTitle(one: string, other: string): boolean {
  const [mine, theirs] = [words(one), words(other)];
  return mine.length >= LEAST_WORDS && mine.join(' ') === theirs.join(' ');
}

/** Of two ids of one paper that which it is kept under: arXiv's, which most sites know; else the first. */
export function keptId(one: PaperId, other: PaperId): PaperId {
  return other.startsWith('arxiv:') ? other : one;
}
