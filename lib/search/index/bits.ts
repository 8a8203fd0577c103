/** A set of document numbers, one bit each. */
export type Bits = Uint32Array<ArrayBuffer>;

/** An empty set with room for numbers below `size`. */
export function noBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

/** Puts a number into a set. */
export function setBit(bits: Bits, at: number): void {
  const word = at >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (at & 31));
}

/** Whether a number is in a set. */
export function hasBit(bits: Bits, at: number): boolean {
  return (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

/** The numbers in both sets. */
export function bothOf(a: Bits, b: Bits): Bits {
  const both = new Uint32Array(a.length);
  for (let word = 0; word < a.length; word++) both[word] = (a[word] ?? 0) & (b[word] ?? 0);
  return both;
}

/** The numbers in either set. */
export function eitherOf(a: Bits, b: Bits): Bits {
  const either = new Uint32Array(a.length);
  for (let word = 0; word < a.length; word++) either[word] = (a[word] ?? 0) | (b[word] ?? 0);
  return either;
}

/** The numbers in the first set and not in the second. */
export function without(a: Bits, b: Bits): Bits {
  const rest = new Uint32Array(a.length);
  for (let word = 0; word < a.length; word++) rest[word] = (a[word] ?? 0) & ~(b[word] ?? 0);
  return rest;
}

/** The numbers that are not in a set; also those that stand for no document. */
export function othersThan(bits: Bits): Bits {
  const others = new Uint32Array(bits.length);
  for (let word = 0; word < bits.length; word++) others[word] = ~(bits[word] ?? 0);
  return others;
}

/** How many numbers are in a set. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0;
    rest -= (rest >>> 1) & 0x55555555;
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
    count += (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

/** Visits the numbers of a set in ascending order. */
export function eachBit(bits: Bits, visit: (at: number) => void): void {
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0;
    while (rest !== 0) {
      const lowest = rest & -rest;
      visit((word << 5) + 31 - Math.clz32(lowest));
      rest ^= lowest;
    }
  }
}
