import { type Bits, bothOf, eitherOf, noBits } from '../index/bits';
import type { Index } from '../index/searchIndex';

/**
 * What an index knows of a query: documents that are sure to fit, and those that may. The index has no places of
 * words, so a phrase's documents only may fit; they are then read and looked at. Where nothing is unsure both are one.
 */
export interface Found {
  sure: Bits;
  may: Bits;
}

/** An answer that is sure. */
export function exactly(bits: Bits): Found {
  return { sure: bits, may: bits };
}

/** The same answer, and none of it sure. */
export function unsure({ may }: Found, index: Index): Found {
  return { sure: noBits(index.size), may };
}

/** What is in both. */
export function both(a: Found, b: Found): Found {
  return together(a, b, bothOf);
}

/** What is in either. */
export function either(a: Found, b: Found): Found {
  return together(a, b, eitherOf);
}

function together(a: Found, b: Found, join: (a: Bits, b: Bits) => Bits): Found {
  const may = join(a.may, b.may);
  const isExact = a.sure === a.may && b.sure === b.may;
  return { sure: isExact ? may : join(a.sure, b.sure), may };
}
