import type { Found } from '../entries';
import { type Line, linesOf } from '../lines';
import { columnOf, headingsIn, isZotero } from './columns';
import { TableCutter, type TableRow } from './cut';
import { entryOf, type Headings } from './entry';

/** Reads a table that names its columns, in any order: our own, Raindrop's, Zotero's and the like. */
export async function* findInTable(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  let cutter: TableCutter | null = null;
  let headings: Headings | null = null;
  const read = function* (rows: Iterable<TableRow>): Generator<Found> {
    for (const { line, cells } of rows) {
      if (cells === null) yield { kind: 'unreadable', line, reason: { code: 'notEntry' } };
      else if (headings === null) {
        headings = { columns: cells.map(columnOf), isZotero: isZotero(cells) };
      } else yield { kind: 'entry', line, entry: entryOf(headings, cells) };
    }
  };
  let first: Line[] = [];
  for await (const lines of linesOf(chunks)) {
    if (cutter !== null) {
      yield* read(cutter.push(lines));
      continue;
    }
    first = first.concat(lines); // far more than a call can be given
    const found = headingsIn(first.map(({ text }) => text));
    if (found === null) continue;
    cutter = new TableCutter(found.delimiter);
    yield* read(cutter.push(first.slice(found.at)));
    first = [];
  }
  if (cutter !== null) yield* read(cutter.end());
}
