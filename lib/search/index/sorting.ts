/** Texts that are sorted or merged before it yields: about two milliseconds' work. */
const AT_ONCE = 2_000;

/** Sorts texts in ascending order, as `sort` does; yields every few milliseconds. */
export function* sorting(texts: readonly string[]): Generator<void, string[]> {
  let runs: string[][] = [];
  for (let at = 0; at < texts.length; at += AT_ONCE) {
    runs.push(texts.slice(at, at + AT_ONCE).sort());
    yield;
  }
  while (runs.length > 1) {
    const longer: string[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      longer.push(yield* merging(runs[at] ?? [], runs[at + 1] ?? []));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merging(a: readonly string[], b: readonly string[]): Generator<void, string[]> {
  const merged: string[] = [];
  let [inA, inB] = [0, 0];
  while (inA < a.length || inB < b.length) {
    const [fromA, fromB] = [a[inA], b[inB]];
    if (fromB === undefined || (fromA !== undefined && fromA <= fromB)) {
      merged.push(fromA ?? '');
      inA += 1;
    } else {
      merged.push(fromB);
      inB += 1;
    }
    if (merged.length % AT_ONCE === 0) yield;
  }
  return merged;
}
