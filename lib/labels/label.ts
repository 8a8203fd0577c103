/**
 * What is said on a card about its paper, beside what the reader said: ready to be shown, in the reader's language. A
 * sign stands before it, so that colour says nothing alone.
 */
export interface Label {
  /** One character. */
  sign: string;
  /** The colours of signs, as CSS has them, a sign each; absent: one sign, as the text is. */
  colours?: string[] | undefined;
  /** A few words; empty where the sign says all. */
  shown: string;
  /** All of it, for a hint and for screen readers. */
  said: string;
}

/** Characters of what a label shows. */
const MOST_SHOWN = 24;

/** As much of a text as a label has room for; which part of it a card has room for the card knows. */
export function shortened(text: string): string {
  const letters = [...text];
  return letters.length > MOST_SHOWN ? `${letters.slice(0, MOST_SHOWN - 1).join('')}…` : text;
}
