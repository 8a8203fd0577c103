import type { PaperId } from '../../papers/ids';

/** Places that are read at once. */
export const WINDOW = 100;
/** Windows that are remembered. */
const MOST = 100;

/** Which paper is at which place of a long list, as far as it was read. */
export interface Windows {
  idAt(place: number): PaperId | undefined;
  /** Where a paper is, among the places that are known; -1: not there. */
  placeOf(id: PaperId): number;
  /** What was read from a place on, a multiple of `WINDOW`. */
  put(from: number, ids: readonly PaperId[]): void;
  /** The first place of a window that is not known, of those between two places. */
  missing(from: number, to: number): number | undefined;
  clear(): void;
}

/** See `Windows`. Those that were put longest ago are forgotten. */
export function createWindows(): Windows {
  const windows = new Map<number, readonly PaperId[]>();
  return {
    idAt: (place) => windows.get(Math.floor(place / WINDOW))?.[place % WINDOW],
    placeOf(id) {
      for (const [window, ids] of windows) {
        const at = ids.indexOf(id);
        if (at >= 0) return window * WINDOW + at;
      }
      return -1;
    },
    put(from, ids) {
      const first = from / WINDOW;
      for (let at = 0; at === 0 || at < ids.length; at += WINDOW) {
        const window = first + at / WINDOW;
        windows.delete(window);
        windows.set(window, ids.slice(at, at + WINDOW));
      }
      for (const window of windows.keys()) {
        if (windows.size <= MOST) break;
        windows.delete(window);
      }
    },
    missing(from, to) {
      for (let window = Math.floor(from / WINDOW); window * WINDOW < to; window++) {
        if (!windows.has(window)) return window * WINDOW;
      }
      return undefined;
    },
    clear: () => windows.clear(),
  };
}
