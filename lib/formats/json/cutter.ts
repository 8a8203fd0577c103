import { Salvage, type Salvaged } from './salvage';
import { begin, isSpace, NEWLINE, nameOf, read, type Token } from './token';

/** What a character between values means. */
export type Meaning = 'taken' | 'broken' | Token['purpose'];

/**
 * Cuts JSON text into values, chunk by chunk, without parsing them: they are parsed one by one, so that a bad one does
 * not stop the others. Its memory is one value; its time is linear. Where a row breaks the structure, it goes on line by
 * line (`Salvage`). What the structure is, and what is made of its values, those say that extend it.
 */
export abstract class Cutter<Found> {
  /** Whether nothing more can be found. */
  protected stopped = false;
  protected line = 1;
  /** The last name of a member. */
  protected name = '';
  /** White space before what comes next on its line; null if something else is before it. */
  protected indent: number | null = 0;
  /** The indentation of rows that begin a line; null while none has. */
  #rowIndent: number | null = null;
  #token: Token | null = null;
  #salvage: Salvage | null = null;
  #found: Found[] = [];

  /** Whether nothing more can be found. */
  get isOver(): boolean {
    return this.stopped;
  }

  /** What the next chunk of text completes. */
  push(chunk: string): Found[] {
    let at = 0;
    while (at < chunk.length && !this.stopped) {
      if (this.#salvage !== null) {
        this.salvaged(this.#salvage.push(chunk.slice(at)));
        break;
      }
      at = this.#token === null ? this.#between(chunk, at) : this.#within(this.#token, chunk, at);
    }
    return this.#take();
  }

  /** What is left when the text has ended. */
  end(): Found[] {
    if (this.stopped) return this.#take();
    if (this.#token !== null && this.#canRescue(this.#token)) this.#rescue(this.#token, '');
    if (this.#salvage !== null) this.salvaged(this.#salvage.end());
    else if (!this.isWhole()) this.#stop('cutOff');
    return this.#take();
  }

  protected tell(...found: Found[]): void {
    for (const one of found) this.#found.push(one);
  }

  /** What a character between values means here; a purpose: a value begins with it. */
  protected abstract structure(code: number): Meaning;
  /** A value is whole; `name` has the name of a member already. */
  protected abstract value(token: Token, text: string): void;
  /** Rows of a text whose structure is broken. */
  protected abstract salvaged(pieces: readonly Salvaged[]): void;
  /** The text ended too early, or cannot be read any further; `isInRow`: within a row. */
  protected abstract stop(how: 'cutOff' | 'broken', isInRow: boolean): void;
  /** Whether the text may end here. */
  protected abstract isWhole(): boolean;
  /** Whether rows on lines of their own may still follow where the structure breaks. */
  protected abstract mayGoOn(): boolean;
  /** How many rows have begun. */
  protected abstract rowsBegun(): number;

  #take(): Found[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** Reads what is between values; returns how far it came. */
  #between(chunk: string, at: number): number {
    const code = chunk.charCodeAt(at);
    if (code === NEWLINE) {
      this.line++;
      this.indent = 0;
      return at + 1;
    }
    if (isSpace(code)) {
      if (this.indent !== null) this.indent++;
      return at + 1;
    }
    const meaning = this.structure(code);
    if (meaning === 'broken') {
      this.#damage(chunk.slice(at));
      return chunk.length;
    }
    if (meaning === 'taken') {
      this.indent = null;
      return at + 1;
    }
    if (meaning === 'row' && this.indent !== null) this.#rowIndent = this.indent;
    this.#token = begin(meaning, code, this.line, this.mayGoOn() ? this.indent : null);
    return at;
  }

  /** Reads on in a value, to its end or the chunk's; returns how far it came. */
  #within(token: Token, chunk: string, from: number): number {
    const { end, how, lines } = read(token, chunk, from);
    this.line += lines;
    if (how === 'open') return end;
    if (how === 'broken') {
      if (this.#canRescue(token)) this.#rescue(token, chunk.slice(from));
      else this.#stop('broken');
      return chunk.length;
    }
    this.#token = null;
    this.indent = null;
    const text = token.parts.join('');
    if (token.purpose === 'name') this.name = token.odd === null ? nameOf(text) : '';
    this.value(token, text);
    return end;
  }

  #canRescue({ purpose, odd }: Token): boolean {
    return purpose === 'row' && this.mayGoOn() && this.#rowIndent !== null && odd === null;
  }

  /** Reads a broken row and all that follows line by line. */
  #rescue(token: Token, rest: string): void {
    this.#token = null;
    const indent = this.#rowIndent ?? 0;
    this.#salvage = new Salvage(indent, this.rowsBegun() - 1, token.line);
    this.salvaged(this.#salvage.push(' '.repeat(indent) + token.parts.join('') + rest));
  }

  #damage(rest: string): void {
    if (this.mayGoOn() && this.#rowIndent !== null) {
      this.#salvage = new Salvage(this.#rowIndent, this.rowsBegun(), this.line);
      this.salvaged(this.#salvage.push(rest));
    } else this.#stop('broken');
  }

  #stop(how: 'cutOff' | 'broken'): void {
    this.stopped = true;
    this.stop(how, this.#token?.purpose === 'row');
  }
}
