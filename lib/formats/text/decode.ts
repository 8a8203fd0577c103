import type { Entry, Found } from '../entries';
import { linesOf } from '../lines';
import { TextReader } from './reader';

/**
 * Finds the papers that any text names, each once, with the titles that stand there (docs/formats.md), and the links that
 * stand alone on their line or begin an item of a list, and are no papers.
 */
export async function* findInText(
  chunks: AsyncIterable<string>,
  at: string,
): AsyncGenerator<Found> {
  const reader = new TextReader(at);
  for await (const lines of linesOf(chunks)) {
    for (const { text, line } of lines) yield* reader.read(text, line);
  }
  yield* reader.end();
}

/** The same of a text that is there. */
export function* entriesInText(text: string, at: string): Generator<Entry, void, void> {
  const reader = new TextReader(at);
  const found = [...text.split('\n').flatMap((line) => [...reader.read(line, 1)]), ...reader.end()];
  for (const item of found) if (item.kind === 'entry') yield item.entry;
}
