/** Longest name of a machine, in characters. */
const LONGEST = 100;

/** What breaks a line, or turns round the text that stands after it. */
const DISTURBING = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** What a machine is called, as it may be shown: whoever writes to the folder can call it anything. */
export function cleanMachineName(text: string): string {
  return text
    .replace(DISTURBING, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '');
}
