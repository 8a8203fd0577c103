import type { RowProblem } from '../problems';
import { Salvage } from './salvage';
import type { Piece } from './scan';
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
  ROW_LIMITS,
  read,
  type Token,
} from './token';

/** A value of a list, or of an object with its name; or why there is none. */
export type Value =
  | { kind: 'value'; name: string; line: number; value: unknown }
  | { kind: 'odd'; line: number; reason: RowProblem }
  | { kind: 'stopped'; how: 'cutOff' | 'broken'; line: number };

/**
 * The values of a JSON list or object as it comes: its memory is one value, its time is linear. Never throws. What follows
 * one that `isWithin` another value is not read.
 */
export async function* valuesOf(
  chunks: AsyncIterable<string>,
  isWithin = false,
): AsyncGenerator<Value> {
  const cutter = new Cutter(isWithin);
  for await (const chunk of chunks) {
    yield* cutter.push(chunk);
    if (cutter.isOver) return;
  }
  yield* cutter.end();
}

type Expecting = 'container' | 'name' | 'colon' | 'value' | 'comma' | 'nothing';

/** Cuts a list or object into its values, which are parsed one by one; in a list, damage costs its value and no other. */
class Cutter {
  readonly #isWithin: boolean;
  #expecting: Expecting = 'container';
  #isList = false;
  #token: Token | null = null;
  #salvage: Salvage | null = null;
  #name = '';
  #line = 1;
  /** White space before what comes next on its line; null if something else is before it. */
  #indent: number | null = 0;
  /** The indentation of values that begin a line. */
  #rowIndent: number | null = null;
  #found: Value[] = [];
  #over = false;

  constructor(isWithin: boolean) {
    this.#isWithin = isWithin;
  }

  get isOver(): boolean {
    return this.#over;
  }

  push(chunk: string): Value[] {
    let at = 0;
    while (at < chunk.length && !this.#over) {
      if (this.#salvage !== null) {
        this.#foundBy(this.#salvage.push(chunk.slice(at)));
        break;
      }
      at = this.#token === null ? this.#between(chunk, at) : this.#within(this.#token, chunk, at);
    }
    const found = this.#found;
    this.#found = [];
    return found;
  }

  end(): Value[] {
    if (!this.#over) {
      const token = this.#token;
      if (token?.purpose === 'row' && this.#canSalvage(token)) this.#rescue(token, '');
      if (this.#salvage !== null) this.#foundBy(this.#salvage.end());
      else if (this.#expecting !== 'nothing') this.#stop('cutOff');
    }
    return this.#found;
  }

  /** Reads what is between values; returns how far it came. */
  #between(chunk: string, at: number): number {
    const code = chunk.charCodeAt(at);
    if (code === NEWLINE) {
      this.#line++;
      this.#indent = 0;
    } else if (isSpace(code)) {
      if (this.#indent !== null) this.#indent++;
    } else {
      const next = this.#structure(code);
      if (next === 'value') return at;
      if (next === 'broken') return this.#damage(chunk.slice(at), chunk.length);
      this.#indent = null;
      if (this.#isWithin && this.#expecting === 'nothing') this.#over = true;
    }
    return at + 1;
  }

  /** What a character between values means. */
  #structure(code: number): 'taken' | 'value' | 'broken' {
    const close = this.#isList ? CLOSE_LIST : CLOSE_OBJECT;
    if (this.#expecting === 'container') {
      this.#isList = code === OPEN_LIST;
      if (!this.#isList && code !== OPEN_OBJECT) return 'broken';
      this.#expecting = this.#isList ? 'value' : 'name';
    } else if (this.#expecting === 'nothing') return 'broken';
    else if (this.#expecting === 'colon' && code === COLON) this.#expecting = 'value';
    else if (code === close && this.#expecting !== 'colon') this.#expecting = 'nothing';
    else if (code === COMMA && (this.#isList || this.#expecting === 'comma')) {
      this.#expecting = this.#isList ? 'value' : 'name';
    } else if (isCloser(code)) return 'broken';
    else if (this.#expecting === 'name' && code === QUOTE) return this.#begin('name', code);
    else if (this.#expecting === 'value' || (this.#isList && this.#expecting === 'comma')) {
      return this.#begin('row', code); // a forgotten comma does no harm
    } else return 'broken';
    return 'taken';
  }

  #begin(purpose: 'name' | 'row', code: number): 'value' {
    if (purpose === 'row' && this.#indent !== null) this.#rowIndent = this.#indent;
    this.#token = begin(purpose, code, this.#line, this.#isList ? this.#indent : null);
    return 'value';
  }

  /** Reads on in a value, to its end or the chunk's; returns how far it came. */
  #within(token: Token, chunk: string, from: number): number {
    const { end, how, lines } = read(token, chunk, from);
    this.#line += lines;
    if (how === 'open') return end;
    if (how === 'broken') {
      if (this.#canSalvage(token)) this.#rescue(token, chunk.slice(from));
      else this.#stop('broken');
      return chunk.length;
    }
    this.#token = null;
    this.#indent = null;
    const text = token.parts.join('');
    if (token.purpose === 'name') {
      this.#name = token.odd === null ? nameOf(text) : '';
      this.#expecting = 'colon';
    } else {
      this.#expecting = 'comma';
      if (token.odd !== null)
        this.#tell({ kind: 'odd', line: token.line, reason: { code: token.odd } });
      else this.#parse(text, token.line);
    }
    return end;
  }

  #canSalvage({ odd, purpose }: Token): boolean {
    return this.#isList && this.#rowIndent !== null && purpose === 'row' && odd === null;
  }

  /** The structure breaks between values: in a list one on a line of its own may still follow. */
  #damage(rest: string, end: number): number {
    if (this.#isList && this.#rowIndent !== null) {
      this.#salvage = new Salvage(this.#rowIndent, 0, this.#line);
      this.#foundBy(this.#salvage.push(rest));
    } else this.#stop('broken');
    return end;
  }

  /** Reads the broken value and all that follows line by line. */
  #rescue(token: Token, rest: string): void {
    this.#token = null;
    const indent = this.#rowIndent ?? 0;
    this.#salvage = new Salvage(indent, 0, token.line);
    this.#foundBy(this.#salvage.push(' '.repeat(indent) + token.parts.join('') + rest));
  }

  #foundBy(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (piece.kind === 'row') this.#parse(piece.text, piece.line);
      else if (piece.kind === 'oddRow') {
        this.#tell({ kind: 'odd', line: piece.line, reason: { code: piece.code } });
      } else if (piece.kind === 'cutOff') this.#stop('cutOff');
    }
  }

  #parse(text: string, line: number): void {
    const value = parseJson(text);
    if (value === undefined) this.#tell({ kind: 'odd', line, reason: { code: 'notJson' } });
    else if (isDeeper(value, ROW_LIMITS.depth)) {
      this.#tell({ kind: 'odd', line, reason: { code: 'tooDeep' } });
    } else this.#tell({ kind: 'value', name: this.#name, line, value });
  }

  #tell(value: Value): void {
    this.#found.push(value);
  }

  #stop(how: 'cutOff' | 'broken'): void {
    this.#tell({ kind: 'stopped', how, line: this.#line });
    this.#over = true;
  }
}

/** Whether a value is nested more deeply than so many levels. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** The value of a JSON text; undefined if it is none, which no JSON text stands for. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller says which row or field it was
  }
}
