import type { PaperId } from '../../papers/ids';
import type { Results } from './results';

/** The row where the keys act. */
export interface ActiveRow {
  /** -1: nowhere yet. */
  place(): number;
  go(place: number): void;
  /** Other rows are there: the row is the same paper in its new place, or the one that took its place. */
  follow(): void;
  reset(): void;
}

/** See `ActiveRow`. */
export function createActiveRow(
  results: () => Pick<Results, 'state' | 'idAt' | 'placeOf'>,
): ActiveRow {
  let place = -1;
  let id: PaperId | undefined;

  function go(next: number): void {
    const { length } = results().state();
    place = Math.min(next, (length ?? 0) - 1);
    id = place < 0 ? undefined : results().idAt(place);
  }

  return {
    place: () => place,
    go(next) {
      if (next >= 0) go(next);
    },
    follow() {
      if (place < 0) return;
      const moved = id === undefined ? -1 : results().placeOf(id);
      go(moved >= 0 ? moved : place);
    },
    reset() {
      place = -1;
      id = undefined;
    },
  };
}
