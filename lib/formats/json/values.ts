import type { RowProblem } from '../problems';
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
  ROW_LIMITS,
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
  const cutter = new ValueCutter(isWithin);
  for await (const chunk of chunks) {
    yield* cutter.push(chunk);
    if (cutter.isOver) return;
  }
  yield* cutter.end();
}

type Expecting = 'container' | 'name' | 'colon' | 'value' | 'comma' | 'nothing';

/** Cuts a list or object into its values and parses them; in a list, damage costs its value and no other. */
class ValueCutter extends Cutter<Value> {
  readonly #isWithin: boolean;
  #expecting: Expecting = 'container';
  #isList = false;

  constructor(isWithin: boolean) {
    super();
    this.#isWithin = isWithin;
  }

  protected override structure(code: number): Meaning {
    const close = this.#isList ? CLOSE_LIST : CLOSE_OBJECT;
    if (this.#expecting === 'container') {
      this.#isList = code === OPEN_LIST;
      if (!this.#isList && code !== OPEN_OBJECT) return 'broken';
      this.#expecting = this.#isList ? 'value' : 'name';
    } else if (this.#expecting === 'nothing') return 'broken';
    else if (this.#expecting === 'colon' && code === COLON) this.#expecting = 'value';
    else if (code === close && this.#expecting !== 'colon') {
      this.#expecting = 'nothing';
      this.stopped = this.#isWithin;
    } else if (code === COMMA && (this.#isList || this.#expecting === 'comma')) {
      this.#expecting = this.#isList ? 'value' : 'name';
    } else if (isCloser(code)) return 'broken';
    else if (this.#expecting === 'name' && code === QUOTE) return 'name';
    else if (this.#expecting === 'value' || (this.#isList && this.#expecting === 'comma')) {
      return 'row'; // a forgotten comma does no harm
    } else return 'broken';
    return 'taken';
  }

  protected override value({ purpose, line, odd }: Token, text: string): void {
    this.#expecting = purpose === 'name' ? 'colon' : 'comma';
    if (purpose === 'name') return;
    if (odd === null) this.#parse(text, line);
    else this.tell({ kind: 'odd', line, reason: { code: odd } });
  }

  protected override salvaged(pieces: readonly Salvaged[]): void {
    for (const piece of pieces) {
      if (piece.kind === 'row') this.#parse(piece.text, piece.line);
      else if (piece.kind === 'cutOff') this.stop('cutOff');
      else this.tell({ kind: 'odd', line: piece.line, reason: { code: piece.code } });
    }
  }

  protected override stop(how: 'cutOff' | 'broken'): void {
    this.tell({ kind: 'stopped', how, line: this.line });
  }

  protected override isWhole(): boolean {
    return this.#expecting === 'nothing';
  }

  protected override mayGoOn(): boolean {
    return this.#isList;
  }

  /** Rows are told by their lines. */
  protected override rowsBegun(): number {
    return 0;
  }

  #parse(text: string, line: number): void {
    const value = parseJson(text);
    if (value === undefined) this.tell({ kind: 'odd', line, reason: { code: 'notJson' } });
    else if (isDeeper(value, ROW_LIMITS.depth)) {
      this.tell({ kind: 'odd', line, reason: { code: 'tooDeep' } });
    } else this.tell({ kind: 'value', name: this.name, line, value });
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
