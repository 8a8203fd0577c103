import { normal } from './normal';

const BEYOND_ASCII = /[\u0080-\uffff]/;
// Marks that are optional in writing. Vowel signs of Indic and Thai and the voicing marks of kana are letters to
// their readers and stay. Invisible characters (soft hyphens, directions, joiners) go, but for the zero-width space.
const DROPPED = /(?![\u3099\u309a])(?=\p{M})[\p{sc=Zinh}\p{sc=Hebr}\p{sc=Arab}]|(?!\u200b)\p{Cf}/gu;
// Letters that NFKD leaves whole although people type them plain, and the final sigma, which depends on its place.
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/**
 * Text as searching compares it: no case, no diacritics, compatibility forms made one (NFKD), special Latin letters
 * plain ("Łukasz" is "lukasz", "Straße" is "strasse", "İ" and "ı" are "i"). Korean syllables stay whole.
 */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const bare = normal(text, 'NFKD').replace(DROPPED, '');
  return normal(bare, 'NFC')
    .toLowerCase()
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}
