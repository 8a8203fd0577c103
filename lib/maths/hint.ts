/** What is in every text that has anything but text. */
const HINT = /[\\$~^_`{]|--/;

/** Whether there may be TeX in a text; one without is its own plain text. */
export function mayHaveTex(text: string): boolean {
  return HINT.test(text);
}
