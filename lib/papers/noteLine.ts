/** Characters of a note that are looked at: a list has many. */
const LOOKED_AT = 20_000;

/** Signs at the beginning of a line; and those that stand around words. No pattern reads a part twice. */
const AT_LINES = /^[ \t]{0,3}(?:#{1,6}|>|[-*+] \[[ xX]\]|[-*+])[ \t]+/;
const LINKS = /!?\[([^[\]\n]*)\]\([^()\n]*\)/g;
const AROUND = /(\*\*|~~|`)(\S(?:[^*~`\n]*[^*~`\s])?)\1/g;

/**
 * A note as a list shows it: without the signs of Markdown that stand at lines and around words. Items of a list and
 * headings go on after a dot, since they come into one line. What is no Markdown stays as it is.
 */
export function inOneLine(note: string): string {
  const lines = note
    .slice(0, LOOKED_AT)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines
    .map((line, at) => {
      const bare = line.replace(AT_LINES, '');
      return at > 0 && bare !== line ? `· ${bare}` : bare;
    })
    .join('\n')
    .replace(LINKS, '$1')
    .replace(AROUND, '$2');
}
