import { type Bits, noBits, setBit } from '../index/bits';
import { lowerBound } from '../index/dictionary';
import { keyBeyond, keyOf } from '../index/keys';
import type { Index } from '../index/searchIndex';
import type { Searched } from '../index/segment';
import { addTerms } from './prefixes';

/** The documents that have a term, or (`goesOn`) any term that begins with it. */
export function terms(text: string, goesOn: boolean, index: Index): Bits {
  const bits = noBits(index.size);
  for (const { segment, base } of index.placed) {
    addTerms(segment, text, rangeOf(segment, text, goesOn), bits, base);
  }
  return bits;
}

/** The numbers of a term, or (`goesOn`) of all terms that begin with it: from the first to before the second. */
export function rangeOf({ terms: all }: Searched, text: string, goesOn: boolean): [number, number] {
  const beyond = goesOn ? keyBeyond(text) : keyOf(`${text}\u0000`);
  return [lowerBound(all, keyOf(text)), lowerBound(all, beyond)];
}

/** The documents that a test of their segment's columns lets through. */
export function where(
  index: Index,
  test: (segment: Searched) => (document: number) => boolean,
): Bits {
  const bits = noBits(index.size);
  for (const { segment, base } of index.placed) {
    const fits = test(segment);
    for (let document = 0; document < segment.count; document++) {
      if (fits(document)) setBit(bits, base + document);
    }
  }
  return bits;
}
