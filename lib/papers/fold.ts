/** Text as searching compares it: no case, no diacritics, compatibility forms made one (NFKD). */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
