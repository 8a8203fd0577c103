/** Segments of about one size that are merged into one: more is fewer merges, fewer is faster searches. */
const FAN = 4;
const SMALLEST = 16;

/**
 * Which segments of these sizes are to be merged, or null: the first four of about one size, so that what is written
 * again and again is small, and there are never more than a few of each size.
 */
export function dueForMerging(sizes: readonly number[]): number[] | null {
  const tiers = new Map<number, number[]>();
  for (const [at, size] of sizes.entries()) {
    const tier = Math.max(0, Math.floor(Math.log(size / SMALLEST) / Math.log(FAN)));
    const members = tiers.get(tier) ?? [];
    members.push(at);
    tiers.set(tier, members);
  }
  const due = [...tiers].filter(([, members]) => members.length >= FAN).sort(([a], [b]) => a - b);
  return due[0]?.[1] ?? null;
}
