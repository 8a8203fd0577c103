import Papa from 'papaparse';
import type { Line } from '../lines';

/** One row of a table, or a place where a quote that was never closed hides one. */
export interface TableRow {
  line: number;
  /** Null where it cannot be read. */
  cells: string[] | null;
}

/** Lines that are parsed at once, and most characters that may wait for a closing quote. */
const BATCH = 200;
const LARGEST = 16 * 1024 * 1024;

/**
 * Cuts a table into its rows. Lines are gathered until their quotes are even and then parsed together, so that rows of
 * many lines are whole. Where a quote is never closed, its line is given up and the next are read again.
 */
export class TableCutter {
  readonly #delimiter: string;
  #lines: Line[] = [];
  #size = 0;
  #isOpen = false;
  /** The line that was given up last: the rest of it may still come. */
  #lost = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  *push(lines: readonly Line[]): Generator<TableRow, void, void> {
    for (const line of lines) {
      if (line.line === this.#lost) continue;
      // The piece before may still go on: it is only whole when the next line begins.
      if (!line.continues && !this.#isOpen && this.#lines.length >= BATCH) yield* this.#parse();
      this.#lines.push(line);
      this.#size += line.text.length;
      if (quotesIn(line.text) % 2 === 1) this.#isOpen = !this.#isOpen;
      if (this.#size > LARGEST) yield* this.#parse();
    }
  }

  *end(): Generator<TableRow, void, void> {
    while (this.#lines.length > 0) yield* this.#parse();
  }

  *#parse(): Generator<TableRow, void, void> {
    const lines = this.#lines;
    this.#lines = [];
    this.#size = 0;
    this.#isOpen = false;
    const text = lines
      .map((line, at) => (at === 0 || line.continues ? '' : '\n') + line.text)
      .join('');
    const { data, errors } = Papa.parse<string[]>(text, {
      delimiter: this.#delimiter,
      newline: '\n',
    });
    const open = errors.find(({ code }) => code === 'MissingQuotes')?.row;
    let at = lines[0]?.line ?? 1;
    for (const [row, cells] of data.entries()) {
      if (row === open) {
        yield { line: at, cells: null };
        this.#lost = at;
        const from = lines.findIndex(({ line }) => line > at);
        if (from >= 0) yield* this.push(lines.slice(from));
        return;
      }
      if (cells.some((cell) => cell !== '')) yield { line: at, cells };
      at +=
        1 +
        cells.reduce(
          (sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0),
          0,
        );
    }
  }
}

function quotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
}
