import type { PaperId } from '../../papers/ids';
import type { Results } from './results';
import type { Rows } from './rows';

/** Reads what comes into sight. */
export interface Filling {
  /** The places that are in sight or near. */
  inSight(): { from: number; to: number };
  /** The papers there, as far as they are known. */
  ids(): PaperId[];
  /** Other places came into sight; of those that were passed by meanwhile nothing is read. */
  want(from: number, to: number): void;
  /** Other papers may be there. */
  again(): void;
}

/** See `Filling`. */
export function createFilling(
  results: Results,
  rows: Rows,
  onChange: () => void,
  onFailure: () => void,
): Filling {
  let wanted = { from: 0, to: 0 };
  let filling = false;
  let stale = false;

  function ids(): PaperId[] {
    const found: PaperId[] = [];
    for (let place = wanted.from; place < wanted.to; place++) {
      const id = results.idAt(place);
      if (id !== undefined) found.push(id);
    }
    return found;
  }

  async function fill(): Promise<void> {
    stale = true;
    if (filling) return;
    filling = true;
    try {
      while (stale) {
        stale = false;
        const { from, to } = wanted;
        if (!(await results.read(from, to))) break;
        if (!stale && (await rows.read(ids()))) onChange();
      }
    } catch {
      onFailure();
    } finally {
      filling = false;
    }
  }

  return {
    inSight: () => wanted,
    ids,
    want(from, to) {
      wanted = { from, to };
      void fill();
    },
    again: () => void fill(),
  };
}
