import { dot, rowCount, type Sparse } from './sparse';

/** A paper that is like another: its row, and how like it is (0: not at all, 1: the same words). */
export interface Related {
  row: number;
  likeness: number;
}

/** Papers that are less alike than this share hardly more than any two papers do. */
const LEAST = 0.1;

/** The rows most like a paper, the most alike first. The paper's vector has a number for every feature. */
export function relatedTo(paper: Float64Array, vectors: Sparse, count: number): Related[] {
  const found: Related[] = [];
  for (let row = 0; row < rowCount(vectors); row++) {
    const likeness = dot(vectors, row, paper);
    if (likeness >= LEAST) found.push({ row, likeness });
  }
  return found.sort((a, b) => b.likeness - a.likeness || a.row - b.row).slice(0, count);
}
