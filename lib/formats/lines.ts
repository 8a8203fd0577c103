/** A line of a file, or a piece of one that is very long. */
export interface Line {
  text: string;
  /** From 1. */
  line: number;
  /** Whether it goes on where the piece before it stopped. */
  continues: boolean;
}

/** Most characters of a piece: longer lines come in several, cut between words where there are any. */
const LONGEST = 64 * 1024;

/** The same text without a byte order mark and with "\n" for every line end. */
export async function* normalised(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  let begun = false;
  for await (const chunk of chunks) {
    let text = held + chunk;
    if (text === '') continue;
    if (!begun) text = text.replace(/^\uFEFF/, '');
    begun = true;
    // The other half of a line end may be in the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    if (held !== '') text = text.slice(0, -1);
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
  if (held !== '') yield '\n';
}

/** The lines of a text, as many at once as a piece of it completes. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let rest = '';
  let line = 1;
  let continues = false;
  for await (const chunk of chunks) {
    const found: Line[] = [];
    const whole = (rest + chunk).split('\n');
    rest = whole.pop() ?? '';
    for (let text of whole) {
      while (text.length > LONGEST) text = cut(text);
      found.push({ text, line, continues });
      line++;
      continues = false;
    }
    while (rest.length > LONGEST) rest = cut(rest);
    yield found;

    function cut(text: string): string {
      const space = text.lastIndexOf(' ', LONGEST);
      const end = space > LONGEST / 2 ? space : LONGEST;
      found.push({ text: text.slice(0, end), line, continues });
      continues = true;
      return text.slice(end);
    }
  }
  if (rest !== '') yield [{ text: rest, line, continues }];
}

/** The first pieces of a text, until they have more than so many characters or the text ends. */
export async function firstPieces(
  pieces: AsyncIterator<string>,
  characters: number,
): Promise<string[]> {
  const begun: string[] = [];
  let size = 0;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    begun.push(next.value);
    size += next.value.length;
    if (size > characters) break;
  }
  return begun;
}
