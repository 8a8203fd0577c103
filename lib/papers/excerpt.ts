import type { InParts, MarkedPart } from './query/marks';

/** A text as one part, for where nothing was searched. */
export function unmarked(text: string): MarkedPart[] {
  return text === '' ? [] : [{ text, marked: false }];
}

/** Characters of a text that are looked through for an excerpt: a list has many, and makes them again with each key. */
const LOOKED_THROUGH = 20_000;

/** One line of a long text around its first marked part, else its beginning; cut ends get "…". */
export function excerpt(text: string, inParts: InParts, most = 160): string {
  const line = text.trim().slice(0, LOOKED_THROUGH).replace(/\s+/gu, ' ');
  const letters = [...line];
  if (letters.length <= most) return line;
  let at = 0;
  for (const part of inParts(line)) {
    if (part.marked) break;
    at += [...part.text].length;
  }
  if (at >= letters.length) at = 0;
  const start = Math.max(0, Math.min(at - Math.floor(most / 4), letters.length - most));
  const end = start + most;
  const cut = letters.slice(start, end).join('').trim();
  return `${start > 0 ? '…' : ''}${cut}${end < letters.length ? '…' : ''}`;
}
