import { addTo, dot, rowCount, type Sparse } from './sparse';

/** A paper that is like another: its row, and how like it is (0: not at all, 1: the same words). */
export interface Related {
  row: number;
  likeness: number;
}

/** Papers that are less alike than this share hardly more than any two papers do. */
const LEAST = 0.1;

/** The rows most like one of them, the most alike first, as many as are asked for. Yields after each row. */
export function* relating(
  vectors: Sparse,
  row: number,
  count: number,
  size: number,
): Generator<void, Related[]> {
  const dense = new Float64Array(size);
  addTo(dense, vectors, row, 1);
  const found: Related[] = [];
  for (let other = 0; other < rowCount(vectors); other++) {
    if (other !== row) {
      const likeness = dot(vectors, other, dense);
      if (likeness >= LEAST) found.push({ row: other, likeness });
    }
    yield;
  }
  return found.sort((a, b) => b.likeness - a.likeness || a.row - b.row).slice(0, count);
}
