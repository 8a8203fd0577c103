import { plainTextNow, readingTex } from '../lib/maths/onDemand';
import { useLater } from './useLater';

/** A title in plain text; as it stands until what reads its TeX is there. */
export function usePlainText(text: string): string {
  const plain = plainTextNow(text);
  useLater(plain === null, readingTex);
  return plain ?? text;
}
