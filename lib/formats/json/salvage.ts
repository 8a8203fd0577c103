import { ROW_LIMITS } from './token';

/** What a text has of rows. Rows count from 1, lines too. */
export type Salvaged =
  | { kind: 'row'; row: number; line: number; text: string }
  | { kind: 'oddRow'; row: number; line: number; code: 'tooDeep' | 'tooLarge' }
  /** It ends too early, after so many rows. */
  | { kind: 'cutOff'; after: number; line: number };

/**
 * Reads the rows of a broken file by its lines: a row begins where a line has a brace at the rows' own indentation,
 * and ends before the next. So a forgotten quote or bracket costs its row and no other.
 */
export class Salvage {
  readonly #indent: number;
  #row: number;
  #line: number;
  /** Pieces of the line that has not ended yet. */
  #begun: string[] = [];
  #begunSize = 0;
  /** Lines of the row that has not ended yet. */
  #lines: string[] | null = null;
  #size = 0;
  #rowLine = 0;
  #done = false;

  /** Rows begin at this indentation; so many were read before; the text that comes begins on this line. */
  constructor(indent: number, row: number, line: number) {
    this.#indent = indent;
    this.#row = row;
    this.#line = line;
  }

  /** Rows that the next piece of text completes. */
  push(text: string): Salvaged[] {
    const found: Salvaged[] = [];
    const [first = '', ...rest] = text.split('\n');
    this.#begin(first);
    for (const next of rest) {
      if (this.#done) break;
      found.push(...this.#read());
      this.#line++;
      this.#begin(next);
    }
    return found;
  }

  /** A list that has no end was cut off; its last row, if it is whole, was not. */
  end(): Salvaged[] {
    const found = this.#done ? [] : this.#read();
    if (this.#done) return found;
    const before = this.#row;
    const whole = this.#flush().filter((piece) => piece.kind === 'row' && isJson(piece.text));
    const after = whole.length === 0 ? before : before + 1;
    return [...found, ...whole, { kind: 'cutOff', after, line: this.#line }];
  }

  #begin(text: string): void {
    this.#begunSize += text.length;
    if (this.#begunSize <= ROW_LIMITS.characters) this.#begun.push(text);
  }

  /** What the line that has ended now is. */
  #read(): Salvaged[] {
    const [line, size] = [this.#begun.join(''), this.#begunSize];
    this.#begun = [];
    this.#begunSize = 0;
    const text = line.trimStart();
    const indent = line.length - text.length;
    const isEnd = indent < this.#indent && text.startsWith(']');
    const isRow = indent === this.#indent && text.startsWith('{');
    const found = isRow || isEnd ? this.#flush() : [];
    if (isEnd) this.#done = true;
    else if (isRow || (this.#lines === null && /[^\s\]},]/.test(text))) {
      this.#lines = [];
      this.#rowLine = this.#line;
    }
    this.#size += size;
    if (this.#size <= ROW_LIMITS.characters) this.#lines?.push(text);
    return found;
  }

  #flush(): Salvaged[] {
    const [lines, size, line] = [this.#lines, this.#size, this.#rowLine];
    this.#lines = null;
    this.#size = 0;
    if (lines === null) return [];
    const row = ++this.#row;
    if (size > ROW_LIMITS.characters) return [{ kind: 'oddRow', row, line, code: 'tooLarge' }];
    return [{ kind: 'row', row, line, text: lines.join('\n').trimEnd().replace(/,$/, '') }];
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // that is the answer
  }
}
