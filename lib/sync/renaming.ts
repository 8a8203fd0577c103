import { type Dot, dotOf, partsOf } from './dots';
import { type Batch, type Replica, sortElements } from './elements';
import type { Self, Tools } from './machine';
import { withoutSeen, withSeen } from './seen';

/** New names of batches, by the old ones. */
export type NewNames = ReadonlyMap<Dot, Dot>;

/**
 * A machine under a new id: somebody else writes under the one it had, since its profile was copied or put back. What
 * the other has of its own stays as it is; what it has not goes along under new names.
 * @param theirs whether the other has one of its batches
 * @returns also those names: `renameReplica` brings them to the papers that the batches are about
 */
export function renamed(
  self: Self,
  theirs: (dot: Dot) => boolean,
  { random }: Pick<Tools, 'random'>,
): { self: Self; names: NewNames } {
  const machine = random(8);
  const unsent = self.outbox.filter(({ dot }) => !theirs(dot));
  const names = new Map(
    unsent.map(({ dot }, at) => [dot, dotOf({ machine, n: at + 1, nonce: random(4) })]),
  );
  // Under the old id these followed one another; now each has to say that it knew what went before.
  const known = (unsent[0]?.seen ?? []).filter((dot) => partsOf(dot).machine === self.machine);
  let before = '';
  const outbox = unsent.map((batch) => {
    const next = renameBatch(batch, before, known, names);
    before = partsOf(next.dot).nonce;
    return next;
  });
  const kept = withoutSeen(self.seen, [...names.keys()].reverse());
  return { self: { machine, seen: [...names.values()].reduce(withSeen, kept), outbox }, names };
}

function renameBatch(batch: Batch, before: string, known: readonly Dot[], names: NewNames): Batch {
  const rename = (dot: Dot): Dot => names.get(dot) ?? dot;
  const records = batch.records.map((record) => {
    const over = Object.entries(record.over).map(([name, dots]) => [name, dots.map(rename)]);
    return { ...record, over: Object.fromEntries(over) };
  });
  const seen = [...new Set([...batch.seen.map(rename), ...known])];
  return { ...batch, dot: rename(batch.dot), before, seen, records };
}

/** What a paper's elements, and what removed it, are called after `renamed`. */
export function renameReplica({ elements, goneBy, goneAt }: Replica, names: NewNames): Replica {
  const rename = (dot: Dot): Dot => names.get(dot) ?? dot;
  const next = sortElements(elements.map((one) => ({ ...one, dot: rename(one.dot) })));
  return goneBy === undefined
    ? { elements: next }
    : { elements: next, goneBy: rename(goneBy), goneAt };
}
