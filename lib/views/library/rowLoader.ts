import type { PaperId } from '../../papers/ids';
import { around, type Range } from './prefetch';
import type { Results } from './results';
import type { Rows } from './rows';

/** Reads what comes into sight, and what is about to. */
export interface RowLoader {
  /** The places that are in sight or near. */
  inSight(): Range;
  /** The papers there, as far as they are known. */
  ids(): PaperId[];
  /** Other places came into sight. */
  want(from: number, to: number): void;
  /** Other papers may be there. */
  again(): void;
}

/** Reads of rows that run at once; while they do, only the newest of what else is wanted is remembered. */
const AT_ONCE = 3;

/** See `RowLoader`. */
export function createRowLoader(
  results: Pick<Results, 'idAt' | 'read'>,
  rows: Pick<Rows, 'read'>,
  onChange: () => void,
  onFailure: () => void,
): RowLoader {
  let wanted: Range = { from: 0, to: 0 };
  /** By how many places the sight moved last. */
  let by = 0;
  let placing = false;
  let stale = false;
  /** Whether places became known that were not shown yet. */
  let placed = false;
  let reading = 0;
  let due = false;

  function idsIn({ from, to }: Range): PaperId[] {
    const found: PaperId[] = [];
    for (let place = Math.max(0, from); place < to; place++) {
      const id = results.idAt(place);
      if (id !== undefined) found.push(id);
    }
    return found;
  }

  /** Learns which papers are where, then reads them. */
  async function place(): Promise<void> {
    stale = true;
    if (placing) return;
    placing = true;
    try {
      while (stale) {
        stale = false;
        const { next, far } = around(wanted, by);
        for (const near of [wanted, next]) {
          const outcome = await results.read(near, far);
          if (outcome === 'failed') return;
          if (outcome === 'known') continue;
          placed = true;
          void fill();
        }
      }
    } finally {
      placing = false;
    }
  }

  /** Reads the papers whose places are known. */
  async function fill(): Promise<void> {
    due = reading >= AT_ONCE;
    if (due) return;
    reading += 1;
    try {
      const { next } = around(wanted, by);
      const asked = [...idsIn(wanted), ...idsIn(next)];
      const isNew = await rows.read(asked);
      const read = new Set(asked);
      // What is out of sight is shown when it comes.
      if ((isNew || placed) && idsIn(wanted).some((id) => read.has(id))) {
        placed = false;
        onChange();
      }
    } catch {
      onFailure();
    } finally {
      reading -= 1;
    }
    if (due) void fill();
  }

  function look(): void {
    void fill();
    void place();
  }

  return {
    inSight: () => wanted,
    ids: () => idsIn(wanted),
    want(from, to) {
      by = from - wanted.from;
      wanted = { from, to };
      look();
    },
    again: look,
  };
}
