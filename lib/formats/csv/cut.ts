import type { Line } from '../lines';
import { type Cut, cut, cutPlain } from './cells';

/** One row of a table, or a place where a quote that was never closed hides one. */
export interface TableRow {
  line: number;
  /** Null where it cannot be read. */
  cells: string[] | null;
}

/** Most characters of a line, and of lines that wait for a closing quote. */
const LARGEST = 16 * 1024 * 1024;

/**
 * Cuts a table into its rows, whose cells may go on over several lines. Where a quote is never closed, or what it
 * encloses are whole rows themselves, it is a sign like any other.
 */
export class TableCutter {
  readonly #delimiter: string;
  /** A line whose end has not come yet. */
  #begun: Line | null = null;
  /** Lines of a row that goes on. */
  #lines: Line[] = [];
  #size = 0;
  #cut: Cut | undefined;
  /** Cells of the first row, which names the columns. */
  #width = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  *push(lines: readonly Line[]): Generator<TableRow, void, void> {
    for (const line of lines) {
      const begun = this.#begun;
      if (line.continues && begun !== null) {
        // What is too long is not kept, but its end is waited for.
        if (begun.text.length <= LARGEST) begun.text += line.text;
        continue;
      }
      if (begun !== null) yield* this.#read(begun);
      this.#begun = { ...line };
    }
  }

  *end(): Generator<TableRow, void, void> {
    if (this.#begun !== null) yield* this.#read(this.#begun);
    this.#begun = null;
    yield* this.#giveUp();
  }

  *#read(line: Line): Generator<TableRow, void, void> {
    if (line.text.length > LARGEST) {
      yield* this.#giveUp();
      yield { line: line.line, cells: null };
      return;
    }
    this.#cut = cut(line.text, this.#delimiter, this.#cut);
    this.#lines.push(line);
    this.#size += line.text.length;
    if (this.#cut.open === null) yield* this.#row(this.#cut.cells);
    else if (this.#size > LARGEST) yield* this.#giveUp();
  }

  *#row(cells: string[]): Generator<TableRow, void, void> {
    const lines = this.#take();
    if (lines.length > 1 && lines.every((line) => this.#isRow(line))) yield* this.#plainRows(lines);
    else if (cells.some((cell) => cell.trim() !== '')) {
      if (this.#width === 0) this.#width = cells.length;
      yield { line: lines[0]?.line ?? 1, cells };
    }
  }

  /** No quote is closed in these lines, so that each is a row of its own; the first cannot be told from a part of one. */
  *#giveUp(): Generator<TableRow, void, void> {
    const [first, ...rest] = this.#take();
    if (first === undefined) return;
    if (this.#isRow(first)) yield* this.#plainRows([first]);
    else yield { line: first.line, cells: null };
    yield* this.#plainRows(rest);
  }

  *#plainRows(lines: readonly Line[]): Generator<TableRow, void, void> {
    for (const { text, line } of lines) {
      const { cells, open } = cut(text, this.#delimiter);
      const row = open === null ? cells : cutPlain(text, this.#delimiter);
      if (row.some((cell) => cell.trim() !== '')) yield { line, cells: row };
    }
  }

  /** Whether a line has a cell for each column if its quotes are signs like any other. */
  #isRow({ text }: Line): boolean {
    return this.#width > 1 && cutPlain(text, this.#delimiter).length === this.#width;
  }

  #take(): Line[] {
    const lines = this.#lines;
    this.#lines = [];
    this.#size = 0;
    this.#cut = undefined;
    return lines;
  }
}
