import { plainText } from '../maths/spans';

// Everything below U+0020 but tab and line ends, and halves of characters: no text format can hold them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** Text that any file can hold: no control characters, no halves of characters, line ends as "\n". */
export function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNWRITABLE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** A title or an abstract for people and for programs that know no TeX: in plain text, on one line. */
export function plainLine(text: string): string {
  return oneLine(plainText(text));
}

/** Text on one line. */
export function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}
