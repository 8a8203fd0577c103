/** Whether a character of a folded text is one of those that are looked for. */
export type Accepts = (sign: string) => boolean;

const WORD = /^[\p{L}\p{N}_]/u;
const NUMBER = /^[0-9]/;
const GAP = /^\s/;

/** A letter or a digit of any script, or "_". */
export function isWord(sign: string): boolean {
  return (sign >= 'a' && sign <= 'z') || (sign > '\x7f' || sign < 'a' ? WORD.test(sign) : false);
}

export const LETTER: Accepts = isWord;
export const DIGIT: Accepts = (sign) => NUMBER.test(sign);
export const SPACE: Accepts = (sign) => GAP.test(sign);

/** Those from one to another, in whichever case a pattern writes them. */
export function accepting(first: string, last = first): Accepts {
  const isIn = (sign: string): boolean => first <= sign && sign <= last;
  return (sign) => isIn(sign) || isIn(sign.toUpperCase()) || isIn(sign.toLowerCase());
}

export function either(all: readonly Accepts[]): Accepts {
  return (sign) => all.some((accepts) => accepts(sign));
}

export function opposite(accepts: Accepts): Accepts {
  return (sign) => !accepts(sign);
}
