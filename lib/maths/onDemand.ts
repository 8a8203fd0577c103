import { later } from '../later';
import { mayHaveTex } from './hint';

/** What reads TeX: a fifth of what the popup would load, and most titles have none. */
export const readingTex = later(async () => (await import('./spans')).plainText);

/** A title or an abstract in plain text (`plainText`); null where it may have TeX and what reads that is not loaded. */
export function plainTextNow(text: string): string | null {
  if (!mayHaveTex(text)) return text;
  return readingTex.now()?.(text) ?? null;
}

/** What reads the formulas of notes. */
export const readingFormulas = later(async () => (await import('./notes')).plainFormulas);

/** A note whose formulas are plain text (`plainFormulas`); null where it may have some and what reads them is not loaded. */
export function plainNoteNow(note: string): string | null {
  if (!note.includes('$')) return note;
  return readingFormulas.now()?.(note) ?? null;
}
