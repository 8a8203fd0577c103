import { BEGINNING } from '../detect';
import type { Entry, Found } from '../entries';
import { firstPieces, linesOf } from '../lines';
import { fromQuotedPrintable, isQuotedPrintable } from './quotedPrintable';
import { TextReader } from './reader';

/**
 * Finds the papers that any text names, each once, with the titles that stand there (docs/formats.md), and the links that
 * stand alone on their line or begin an item of a list, and are not papers.
 */
export async function* findInText(
  chunks: AsyncIterable<string>,
  at: string,
): AsyncGenerator<Found> {
  const reader = new TextReader(at);
  for await (const lines of linesOf(asWritten(chunks))) {
    for (const { text, line } of lines) yield* reader.read(text, line);
  }
  yield* reader.end();
}

/** A mail's text as it was written, and any other as it is. */
async function* asWritten(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const rest = chunks[Symbol.asyncIterator]();
  const begun = await firstPieces(rest, BEGINNING);
  async function* whole(): AsyncGenerator<string> {
    yield* begun;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  }
  const isMail = isQuotedPrintable(begun.join('').slice(0, BEGINNING));
  yield* isMail ? fromQuotedPrintable(whole()) : whole();
}

/** The same of a text that is there. */
export function* entriesInText(text: string, at: string): Generator<Entry, void, void> {
  const reader = new TextReader(at);
  const found = [...text.split('\n').flatMap((line) => [...reader.read(line, 1)]), ...reader.end()];
  for (const item of found) if (item.kind === 'entry') yield item.entry;
}
