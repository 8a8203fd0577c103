import { BEGINNING } from './detect';

/** How a text begins: the blank lines before its first word, what that word's line begins with, and enough to tell its format. */
export interface Beginning {
  blankLines: number;
  indent: string;
  /** From the first word on. */
  begun: string;
}

/** Blank lines that are counted; nobody looks for a line behind more. */
const MOST_BLANK = 100_000;
/** Blanks of the first line that are kept. */
const MOST_INDENT = 1_000;

/** Reads as much of a text as tells what it is; the same however it is cut into pieces. Where it has no word, `begun` is empty. */
export async function beginningOf(pieces: AsyncIterator<string>): Promise<Beginning> {
  let [blankLines, indent, begun] = [0, '', ''];
  while (begun.length < BEGINNING) {
    const { value: piece, done } = await pieces.next();
    if (done) break;
    if (begun !== '') {
      begun += piece;
      continue;
    }
    // A file may begin with pages of nothing, or be made of it.
    begun = piece.trimStart();
    const blank = indent + piece.slice(0, piece.length - begun.length);
    blankLines = Math.min(MOST_BLANK, blankLines + blank.split('\n').length - 1);
    indent = blank.slice(blank.lastIndexOf('\n') + 1).slice(0, MOST_INDENT);
  }
  return { blankLines, indent: indent.replace(/[^ \t]/g, ''), begun };
}
