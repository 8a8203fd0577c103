import { random } from '../bench/library';

/** A ranked list, best first: whether each paper was chosen, and on which day (counted from 0) it was listed. */
export interface Ranked {
  chosen: readonly boolean[];
  days: readonly number[];
  dayCount: number;
}

/** Rows in the order of their scores, of equals the earlier first. */
export function ranked(
  rows: readonly number[],
  score: (row: number) => number,
  isChosen: (row: number) => boolean,
  dayOf: (row: number) => string,
): Ranked {
  const scored = rows.map((row) => ({ row, score: score(row) }));
  scored.sort((a, b) => b.score - a.score || a.row - b.row);
  const names = [...new Set(rows.map(dayOf))];
  const numbers = new Map(names.map((day, number) => [day, number]));
  return {
    chosen: scored.map(({ row }) => isChosen(row)),
    days: scored.map(({ row }) => numbers.get(dayOf(row)) ?? 0),
    dayCount: names.length,
  };
}

/** Average precision; `times` says how often each day is in the list. */
export function averagePrecision({ chosen, days }: Ranked, times?: ArrayLike<number>): number {
  let [passed, found, sum] = [0, 0, 0];
  for (const [at, isChosen] of chosen.entries()) {
    const weight = times ? (times[days[at] ?? 0] ?? 0) : 1;
    passed += weight;
    if (!isChosen || weight === 0) continue;
    found += weight;
    sum += weight * (found / passed);
  }
  return found === 0 ? 0 : sum / found;
}

/** Which share of what was chosen is among the first `count` of its day. */
export function foundEachDay({ chosen, days, dayCount }: Ranked, count: number): number {
  const shown = new Uint32Array(dayCount);
  let [found, all] = [0, 0];
  for (const [at, isChosen] of chosen.entries()) {
    const day = days[at] ?? 0;
    shown[day] = (shown[day] ?? 0) + 1;
    if (!isChosen) continue;
    all += 1;
    if ((shown[day] ?? 0) <= count) found += 1;
  }
  return all === 0 ? 0 : found / all;
}

/** So many draws of days with replacement: how often each day is in each. Always the same. */
export function drawsOf(dayCount: number, draws: number): Uint8Array[] {
  const next = random(dayCount);
  return Array.from({ length: draws }, () => {
    const times = new Uint8Array(dayCount);
    for (let day = 0; day < dayCount; day++) {
      const drawn = Math.floor(next() * dayCount);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    return times;
  });
}

/** Between which two values 95 in 100 are. */
export function interval(values: readonly number[]): [low: number, high: number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
