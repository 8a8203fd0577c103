/** Characters of a note that are looked at: a list has many. */
const LOOKED_AT = 20_000;

/** Signs at the beginning of a line; and those that stand around words. No pattern reads a part twice. */
const AT_LINES = /^[ \t]{0,3}(?:#{1,6}|>|[-*+] \[[ xX]\]|[-*+])[ \t]+/;
const LINKS = /!?\[([^[\]\n]*)\]\([^()\n]*\)/g;
const AROUND = /(\*\*|~~|`)(\S(?:[^*~`\n]*[^*~`\s])?)\1/g;
const STRESSED = /(?<![\p{L}\p{N}*_\\])([*_])([^\s*_](?:[^*_\n]*[^*_\s])?)\1(?![\p{L}\p{N}*_])/gu;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** Lines that say nothing by themselves: fences of code, rules, what parts a table from its head. */
const SIGNS_ALONE = /^\s*(?:`{3,}.*|~{3,}.*|[-*_]{3,}|[|:\s-]*-{3}[|:\s-]*)\s*$/;

/**
 * A note as a list shows it: without the signs of Markdown that stand at lines and around words. Items of a list and
 * headings go on after a dot, since they come into one line. What is no Markdown stays as it is.
 */
export function inOneLine(note: string): string {
  const lines = note
    .slice(0, LOOKED_AT)
    .split('\n')
    .filter((line) => line.trim() !== '' && !SIGNS_ALONE.test(line));
  return lines
    .map((line, at) => {
      const bare = line.replace(AT_LINES, '');
      return at > 0 && bare !== line ? `· ${bare}` : bare;
    })
    .join('\n')
    .replace(LINKS, '$1')
    .replace(STRESSED, '$2') // what is within others first
    .replace(AROUND, '$2')
    .replace(STRESSED, '$2')
    .replace(ESCAPED, '$1');
}
