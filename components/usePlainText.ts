import { useMemo } from 'preact/hooks';
import { plainTextNow, readingFormulas, readingTex } from '../lib/maths/onDemand';
import { useLater } from './useLater';

/** A title in plain text; as it stands until what reads its TeX is there. */
export function usePlainText(text: string): string {
  const plain = plainTextNow(text);
  useLater(plain === null, readingTex);
  return plain ?? text;
}

/** A note with its formulas in plain text; as it was typed until what reads them is there. */
export function usePlainNote(note: string): string {
  const read = useLater(note.includes('$'), readingFormulas);
  return useMemo(() => read?.(note) ?? note, [read, note]);
}
