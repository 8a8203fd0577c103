import { Salvage } from './salvage';
import {
  begin,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  isCloser,
  isSpace,
  NEWLINE,
  nameOf,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  read,
  type Token,
} from './token';

/** What the scanner finds. Rows count from 1, lines too. */
export type Piece =
  /** A value of the file's top level; null if it is too large to matter. */
  | { kind: 'member'; name: string; text: string | null }
  /** The list of papers begins. */
  | { kind: 'rows' }
  | { kind: 'row'; row: number; line: number; text: string }
  | { kind: 'oddRow'; row: number; line: number; code: 'tooDeep' | 'tooLarge' }
  /** The file's top level is not an object. */
  | { kind: 'notObject'; line: number }
  /** It ends too early, after so many rows. */
  | { kind: 'cutOff'; after: number; line: number }
  /** From here on it cannot be read. */
  | { kind: 'broken'; after: number; line: number };

const LIST = 'papers';

type Expecting = 'object' | 'name' | 'colon' | 'value' | 'comma' | 'row' | 'rowComma' | 'nothing';

/**
 * Cuts the text of a library file into its rows and its other values, chunk by chunk, without parsing them: rows are
 * parsed one by one, so that a bad one does not stop the others. Its memory is one row; its time is linear.
 * Where a row breaks the structure, it goes on line by line (`Salvage`).
 */
export class Scanner {
  #expecting: Expecting = 'object';
  #token: Token | null = null;
  #salvage: Salvage | null = null;
  #name = '';
  #row = 0;
  #line = 1;
  /** White space before what comes next on its line; null if something else is before it. */
  #indent: number | null = 0;
  /** The indentation of rows that begin a line; null while none has. */
  #rowIndent: number | null = null;
  /** Whether the list ended in the middle of a line: a row that is broken may have done that. */
  #endsOddly = false;
  #stopped = false;
  #found: Piece[] = [];

  /** Whether nothing more can be found. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** What the next chunk of text completes. */
  push(chunk: string): Piece[] {
    let at = 0;
    while (at < chunk.length && !this.#stopped) {
      if (this.#salvage !== null) {
        this.#foundBy(this.#salvage.push(chunk.slice(at)));
        break;
      }
      at = this.#token === null ? this.#between(chunk, at) : this.#within(this.#token, chunk, at);
    }
    return this.#take();
  }

  /** What is left when the text has ended. */
  end(): Piece[] {
    if (this.#stopped) return this.#take();
    const token = this.#token;
    if (token?.purpose === 'row' && this.#rowIndent !== null) this.#rescue(token, '');
    if (this.#salvage !== null) this.#foundBy(this.#salvage.end());
    else if (this.#expecting !== 'nothing') this.#stop('cutOff');
    return this.#take();
  }

  #foundBy(pieces: readonly Piece[]): void {
    this.#found = this.#found.concat(pieces);
  }

  #take(): Piece[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** Reads what is between values; returns how far it came. */
  #between(chunk: string, at: number): number {
    const code = chunk.charCodeAt(at);
    if (code === NEWLINE) {
      this.#line++;
      this.#indent = 0;
      return at + 1;
    }
    if (isSpace(code)) {
      if (this.#indent !== null) this.#indent++;
      return at + 1;
    }
    const next = this.#structure(code);
    if (next === 'value') this.#begin(code);
    else if (next === 'broken') this.#damage(chunk.slice(at));
    if (next !== 'value') this.#indent = null;
    return next === 'taken' ? at + 1 : next === 'value' ? at : chunk.length;
  }

  /** What a character between values means. */
  #structure(code: number): 'taken' | 'value' | 'broken' {
    switch (this.#expecting) {
      case 'object':
        if (code !== OPEN_OBJECT) return this.#refuse();
        return this.#expect('name');
      case 'name':
        if (code === QUOTE) return 'value';
        return code === CLOSE_OBJECT ? this.#expect('nothing') : 'broken';
      case 'colon':
        return code === COLON ? this.#expect('value') : 'broken';
      case 'value':
        if (this.#name !== LIST || code !== OPEN_LIST) return isCloser(code) ? 'broken' : 'value';
        this.#found.push({ kind: 'rows' });
        return this.#expect('row');
      case 'comma':
        if (code === COMMA) return this.#expect('name');
        return code === CLOSE_OBJECT ? this.#expect('nothing') : 'broken';
      case 'row':
      case 'rowComma':
        if (code === COMMA) return this.#expect('row');
        if (code === CLOSE_LIST) {
          this.#endsOddly = this.#indent === null;
          return this.#expect('comma');
        }
        return code === CLOSE_OBJECT || code === COLON ? 'broken' : 'value'; // a forgotten comma does no harm
      case 'nothing':
        return 'broken';
    }
  }

  #expect(expecting: Expecting): 'taken' {
    this.#expecting = expecting;
    return 'taken';
  }

  #refuse(): 'taken' {
    this.#found.push({ kind: 'notObject', line: this.#line });
    this.#stopped = true;
    return 'taken';
  }

  #begin(code: number): void {
    const purpose =
      this.#expecting === 'name' ? 'name' : this.#expecting === 'value' ? 'member' : 'row';
    if (purpose === 'row') {
      this.#row++;
      if (this.#indent !== null) this.#rowIndent = this.#indent;
    }
    this.#token = begin(purpose, code, this.#line, this.#indent);
  }

  /** Reads on in a value, to its end or the chunk's; returns how far it came. */
  #within(token: Token, chunk: string, from: number): number {
    const { end, how, lines } = read(token, chunk, from);
    this.#line += lines;
    if (how === 'open') return end;
    if (how === 'broken') return this.#breakOff(token, chunk, from);
    return this.#finish(token, end);
  }

  #finish(token: Token, end: number): number {
    this.#token = null;
    this.#indent = null;
    const text = token.parts.join('');
    const { line, odd } = token;
    if (token.purpose === 'row') {
      const row = this.#row;
      this.#found.push(
        odd === null ? { kind: 'row', row, line, text } : { kind: 'oddRow', row, line, code: odd },
      );
      this.#expecting = 'rowComma';
    } else if (token.purpose === 'member') {
      this.#found.push({ kind: 'member', name: this.#name, text: odd === null ? text : null });
      this.#expecting = 'comma';
    } else {
      this.#name = odd === null ? nameOf(text) : '';
      this.#expecting = 'colon';
    }
    return end;
  }

  /** The value that began cannot end well. */
  #breakOff(token: Token, chunk: string, from: number): number {
    if (token.purpose === 'row') this.#rescue(token, chunk.slice(from));
    else this.#stop('broken');
    return chunk.length;
  }

  /** Reads the broken row and all that follows line by line. */
  #rescue(token: Token, rest: string): void {
    this.#token = null;
    if (this.#rowIndent === null || token.odd !== null) {
      this.#row--;
      this.#stop(rest === '' ? 'cutOff' : 'broken');
      return;
    }
    this.#salvage = new Salvage(this.#rowIndent, this.#row - 1, token.line);
    const begun = ' '.repeat(this.#rowIndent) + token.parts.join('') + rest;
    this.#foundBy(this.#salvage.push(begun));
  }

  /** The structure breaks between values: a row on a line of its own may still follow. */
  #damage(rest: string): void {
    const inRows = this.#expecting === 'row' || this.#expecting === 'rowComma' || this.#endsOddly;
    if (inRows && this.#rowIndent !== null) {
      this.#salvage = new Salvage(this.#rowIndent, this.#row, this.#line);
      this.#foundBy(this.#salvage.push(rest));
    } else this.#stop('broken');
  }

  #stop(kind: 'broken' | 'cutOff'): void {
    // A row that was begun and is not whole is not one that was read.
    const after = this.#token?.purpose === 'row' ? this.#row - 1 : this.#row;
    this.#found.push({ kind, after, line: this.#line });
    this.#stopped = true;
  }
}
