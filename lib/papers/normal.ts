/** Combining marks on one letter: more than any writing has (Unicode's Stream-Safe Text Format draws the line here, too). */
const MOST = 30;
const PILE = new RegExp(String.raw`([\p{M}\uff9e\uff9f]{${MOST + 1},})`, 'u');

/**
 * A text in a normal form. Putting marks in order takes the square of their number (of 100,000, half a minute), so those
 * of a pile, which mean nothing to anybody, stay in theirs.
 */
export function normal(text: string, form: 'NFC' | 'NFKD'): string {
  if (text.length <= MOST || !PILE.test(text)) return text.normalize(form);
  // Splitting by a group gives what is between piles and the piles in turn.
  return text
    .split(PILE)
    .map((part, at) => (at % 2 === 0 ? part.normalize(form) : eachNormal(part, form)))
    .join('');
}

function eachNormal(pile: string, form: 'NFC' | 'NFKD'): string {
  return Array.from(pile, (mark) => mark.normalize(form)).join('');
}
