import type { PaperId } from '../../papers/ids';

/**
 * Papers that were edited on show and no longer fit the search: they stay where they are until another search, so that
 * "mark as read, next" in a list of what is unread goes through it row by row.
 */
export interface KeptInPlace {
  readonly size: number;
  /** The paper that stays at a place of the shown list, or else that place among what the search finds. */
  at(place: number): { stays: PaperId } | { found: number };
  /** Where a place among what the search finds is shown. */
  shownAt(found: number): number;
  placeOf(id: PaperId): number;
  /** Those that stay between two places of the shown list. */
  between(from: number, to: number): PaperId[];
  keep(id: PaperId, place: number): void;
  /** A search has found so many papers, and some that stayed are among them again. */
  settle(total: number, found: readonly PaperId[]): void;
  /** The paper's row goes; those below it move up. */
  leave(id: PaperId): void;
  clear(): void;
}

/** See `KeptInPlace`. */
export function createKeptInPlace(): KeptInPlace {
  /** By place, ascending; no two have one place. */
  let kept: { id: PaperId; place: number }[] = [];
  return {
    get size() {
      return kept.length;
    },
    at(place) {
      const here = kept.find((one) => one.place === place);
      if (here !== undefined) return { stays: here.id };
      return { found: place - kept.filter((one) => one.place < place).length };
    },
    shownAt: (found) =>
      kept.reduce((place, one) => (one.place <= place ? place + 1 : place), found),
    placeOf: (id) => kept.find((one) => one.id === id)?.place ?? -1,
    between: (from, to) =>
      kept.filter(({ place }) => place >= from && place < to).map(({ id }) => id),
    keep(id, place) {
      kept = kept.filter((one) => one.id !== id && one.place !== place);
      kept = [...kept, { id, place }].sort((a, b) => a.place - b.place);
    },
    settle(total, found) {
      kept = kept
        .filter(({ id }) => !found.includes(id))
        // In a list that has become shorter the last rows are theirs.
        .map((one, index, { length }) => ({
          ...one,
          place: Math.min(one.place, total + index, total + length - 1),
        }));
    },
    leave(id) {
      const gone = kept.find((one) => one.id === id);
      if (gone === undefined) return;
      kept = kept
        .filter((one) => one !== gone)
        .map((one) => (one.place > gone.place ? { ...one, place: one.place - 1 } : one));
    },
    clear() {
      kept = [];
    },
  };
}
