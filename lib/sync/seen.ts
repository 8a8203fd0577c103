import { type Dot, dotOf, partsOf } from './dots';

/**
 * A set of batches: of each machine the nonces of its batches by number, one each unless two copies of the machine wrote.
 * With a batch all are in it that its writer had seen.
 */
export type Seen = ReadonlyMap<string, readonly (readonly string[])[]>;

/** No batch. */
export const NOTHING_SEEN: Seen = new Map();

/** Whether a batch is in the set. */
export function hasSeen(seen: Seen, dot: Dot): boolean {
  const { machine, n, nonce } = partsOf(dot);
  return seen.get(machine)?.[n - 1]?.includes(nonce) ?? false;
}

/** Whether a batch was seen, asked once for each: a whole state names few of them, again and again. */
export function rememberingSeen(seen: Seen): (dot: Dot) => boolean {
  const known = new Map<Dot, boolean>();
  return (dot) => {
    const answer = known.get(dot) ?? hasSeen(seen, dot);
    known.set(dot, answer);
    return answer;
  };
}

/** The set with one batch more. The one before it of the same machine is in the set already. */
export function withSeen(seen: Seen, dot: Dot): Seen {
  if (hasSeen(seen, dot)) return seen;
  const { machine, n, nonce } = partsOf(dot);
  const numbers = [...(seen.get(machine) ?? [])];
  numbers[n - 1] = [...(numbers[n - 1] ?? []), nonce].sort();
  return new Map(seen).set(machine, numbers);
}

/** The set without some batches, each the last of its machine when it is its turn. */
export function withoutSeen(seen: Seen, dots: Iterable<Dot>): Seen {
  const next = new Map(seen);
  for (const dot of dots) {
    const { machine, n, nonce } = partsOf(dot);
    const numbers = (next.get(machine) ?? []).map((nonces, at) =>
      at === n - 1 ? nonces.filter((one) => one !== nonce) : nonces,
    );
    while (numbers.at(-1)?.length === 0) numbers.pop();
    if (numbers.length === 0) next.delete(machine);
    else next.set(machine, numbers);
  }
  return next;
}

/** Both sets together. */
export function unionSeen(a: Seen, b: Seen): Seen {
  const all = new Map(a);
  for (const [machine, numbers] of b) {
    const known = a.get(machine) ?? [];
    const longer = known.length > numbers.length ? known : numbers;
    all.set(
      machine,
      longer.map((_, at) => [...new Set([...(known[at] ?? []), ...(numbers[at] ?? [])])].sort()),
    );
  }
  return all;
}

/** Every batch of a set, in the order of machines and numbers. */
export function* dotsIn(seen: Seen): Generator<Dot> {
  for (const machine of [...seen.keys()].sort()) {
    for (const [at, nonces] of (seen.get(machine) ?? []).entries()) {
      for (const nonce of nonces) yield dotOf({ machine, n: at + 1, nonce });
    }
  }
}

/** Whether all batches of one set are in another. */
export function isWithin(inner: Seen, outer: Seen): boolean {
  for (const [machine, numbers] of inner) {
    const others = outer.get(machine) ?? [];
    if (!numbers.every((nonces, at) => nonces.every((nonce) => others[at]?.includes(nonce))))
      return false;
  }
  return true;
}

/**
 * Batches by which a set is told: whoever has seen them has seen all of it. Of each machine the last, and all of one
 * number where two copies wrote, since nothing else says which of them the later ones go on from.
 */
export function headsOf(seen: Seen): Dot[] {
  return [...dotsIn(seen)].filter((dot) => {
    const { machine, n } = partsOf(dot);
    const numbers = seen.get(machine) ?? [];
    return n === numbers.length || (numbers[n - 1]?.length ?? 0) > 1;
  });
}

/**
 * Whether somebody who had seen `heads` had seen a batch.
 * @param seen a set that has both in it
 */
export function knew(heads: readonly Dot[], dot: Dot, seen: Seen): boolean {
  const { machine, n } = partsOf(dot);
  if (heads.includes(dot)) return true;
  if ((seen.get(machine)?.[n - 1]?.length ?? 0) > 1) return false;
  return heads.some((head) => {
    const { machine: other, n: last } = partsOf(head);
    return other === machine && last >= n;
  });
}
