import { eachBit } from '../index/bits';
import type { CurrentIndex } from '../index/currentIndex';
import type { Index } from '../index/searchIndex';
import type { Fitting } from './fits';
import { comparingIn, type Order, type Sequence, sequenceOf, withDocuments } from './order';

/** More new documents than this are sorted with all others. */
const FEW = 1_000;

/** The sequences of an index in the orders that were asked for, made again only where it has changed. */
export function createSequences(
  following: CurrentIndex,
  { fitOf, learned }: Pick<Fitting, 'fitOf' | 'learned'>,
): (order: Order) => Sequence {
  const stored = new Map<string, { index: Index; sequence: Sequence }>();
  const whole = new Map<string, { index: Index; sequence: Sequence }>();
  return (order) => {
    const index = following.index();
    const key = `${order.by} ${order.ascending} ${order.by === 'fit' ? learned() : ''}`;
    const known = whole.get(key);
    if (known?.index === index) return known.sequence;
    const sequence = sorted(order, key);
    whole.set(key, { index, sequence });
    return sequence;
  };

  function sorted(order: Order, key: string): Sequence {
    const index = following.index();
    const storedIndex = following.storedIndex();
    const added = newDocuments(index, storedIndex);
    if (added.length > FEW) return sequenceOf(index, order, fitOf);
    const known = stored.get(key);
    // Only which documents there are counts, not which of them are dead.
    const isSame = known !== undefined && haveSameSegments(known.index, storedIndex);
    const sequence = isSame ? known.sequence : sequenceOf(storedIndex, order, fitOf);
    stored.set(key, { index: storedIndex, sequence });
    return withDocuments(sequence, added, comparingIn(index, order, fitOf));
  }
}

function newDocuments(index: Index, storedIndex: Index): number[] {
  const added: number[] = [];
  const first = storedIndex.size >>> 5;
  eachBit(index.live.subarray(first), (at) => added.push(storedIndex.size + at));
  return added;
}

function haveSameSegments(a: Index, b: Index): boolean {
  return (
    a.placed.length === b.placed.length &&
    a.placed.every(({ segment }, at) => segment === b.placed[at]?.segment)
  );
}
