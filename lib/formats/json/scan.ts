import { Cutter, type Meaning } from './cutter';
import type { Salvaged } from './salvage';
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  isCloser,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  type Token,
} from './token';

/** What the scanner finds. Rows count from 1, lines too. */
export type Scanned =
  | Salvaged
  /** A value of the file's top level; null if it is too large to matter. */
  | { kind: 'member'; name: string; text: string | null }
  /** The list of papers begins. */
  | { kind: 'rows' }
  /** The file's top level is not an object. */
  | { kind: 'notObject'; line: number }
  /** From here on it cannot be read. */
  | { kind: 'broken'; after: number; line: number };

const LIST = 'papers';

type Expecting = 'object' | 'name' | 'colon' | 'value' | 'comma' | 'row' | 'rowComma' | 'nothing';

/** Cuts the text of a library file into its rows and its other values. */
export class Scanner extends Cutter<Scanned> {
  #expecting: Expecting = 'object';
  #row = 0;
  /** Whether the list ended in the middle of a line: a row that is broken may have done that. */
  #endsOddly = false;

  protected override structure(code: number): Meaning {
    switch (this.#expecting) {
      case 'object':
        if (code !== OPEN_OBJECT) return this.#refuse();
        return this.#expect('name');
      case 'name':
        if (code === QUOTE) return 'name';
        return code === CLOSE_OBJECT ? this.#expect('nothing') : 'broken';
      case 'colon':
        return code === COLON ? this.#expect('value') : 'broken';
      case 'value':
        if (this.name !== LIST || code !== OPEN_LIST) return isCloser(code) ? 'broken' : 'member';
        this.tell({ kind: 'rows' });
        return this.#expect('row');
      case 'comma':
        if (code === COMMA) return this.#expect('name');
        return code === CLOSE_OBJECT ? this.#expect('nothing') : 'broken';
      case 'row':
      case 'rowComma':
        if (code === COMMA) return this.#expect('row');
        if (code === CLOSE_LIST) {
          this.#endsOddly = this.indent === null;
          return this.#expect('comma');
        }
        if (code === CLOSE_OBJECT || code === COLON) return 'broken';
        this.#row++;
        return 'row'; // a forgotten comma does no harm
      case 'nothing':
        return 'broken';
    }
  }

  protected override value({ purpose, line, odd }: Token, text: string): void {
    if (purpose === 'name') {
      this.#expecting = 'colon';
    } else if (purpose === 'member') {
      this.tell({ kind: 'member', name: this.name, text: odd === null ? text : null });
      this.#expecting = 'comma';
    } else {
      const row = this.#row;
      this.tell(
        odd === null ? { kind: 'row', row, line, text } : { kind: 'oddRow', row, line, code: odd },
      );
      this.#expecting = 'rowComma';
    }
  }

  protected override salvaged(pieces: readonly Salvaged[]): void {
    this.tell(...pieces);
  }

  protected override stop(kind: 'cutOff' | 'broken', isInRow: boolean): void {
    // A row that was begun and is not whole is not one that was read.
    this.tell({ kind, after: isInRow ? this.#row - 1 : this.#row, line: this.line });
  }

  protected override isWhole(): boolean {
    return this.#expecting === 'nothing';
  }

  protected override mayGoOn(): boolean {
    return this.#expecting === 'row' || this.#expecting === 'rowComma' || this.#endsOddly;
  }

  protected override rowsBegun(): number {
    return this.#row;
  }

  #expect(expecting: Expecting): 'taken' {
    this.#expecting = expecting;
    return 'taken';
  }

  #refuse(): 'taken' {
    this.tell({ kind: 'notObject', line: this.line });
    this.stopped = true;
    return 'taken';
  }
}
