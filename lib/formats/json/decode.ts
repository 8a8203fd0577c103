import type { Decoded } from '../decoded';
import type { Refusal } from '../problems';
import { FORMAT, VERSION } from './envelope';
import { type Migration, migrationFrom } from './migrations';
import { readRow } from './row';
import { type Scanned, Scanner } from './scan';
import { isSettingsList, readSettings } from './settings';
import { ROW_LIMITS } from './token';
import { isDeeper, parseJson } from './values';

/**
 * Reads a library file as it comes, row by row; never throws for what is in it.
 * `at` is when a record counts as created if it says nothing of time.
 */
export async function* decodeLibrary(
  chunks: AsyncIterable<string>,
  at: string,
): AsyncGenerator<Decoded, void, void> {
  const scanner = new Scanner();
  const reading = new Reading(at);
  let first = true;
  for await (const chunk of chunks) {
    // A byte order mark is not part of the text.
    const text = first ? chunk.replace(/^\uFEFF/, '') : chunk;
    if (chunk !== '') first = false;
    yield* reading.read(scanner.push(text), text);
    if (reading.isOver || scanner.isOver) break;
  }
  if (!reading.isOver) yield* reading.read(scanner.end(), '');
  yield* reading.end();
}

/** What is known of the file so far; rows wait until its version is known. */
class Reading {
  readonly #at: string;
  /** The first text that is not blank. */
  #beginning = '';
  #format: unknown;
  #version: unknown;
  #migrate: Migration | null = null;
  #waiting: Scanned[] = [];
  #hasRows = false;
  #notObjectAt: number | null = null;
  #over = false;

  constructor(at: string) {
    this.#at = at;
  }

  get isOver(): boolean {
    return this.#over;
  }

  *read(pieces: readonly Scanned[], text: string): Generator<Decoded, void, void> {
    if (this.#beginning === '') this.#beginning = text.trimStart().slice(0, 10);
    for (const piece of pieces) {
      if (this.#over) return;
      const isAboutFile = piece.kind === 'member' && !isSettingsList(piece.name);
      if (isAboutFile) yield* this.#readMember(piece.name, piece.text);
      else if (piece.kind === 'notObject') this.#notObjectAt = piece.line;
      else {
        if (piece.kind === 'rows') this.#hasRows = true;
        if (this.#migrate === null) this.#waiting.push(piece);
        else yield* this.#readPiece(piece, this.#migrate);
      }
    }
  }

  *end(): Generator<Decoded, void, void> {
    if (this.#over) return;
    if (this.#notObjectAt !== null) {
      yield this.#refuse(this.#notOurs(this.#notObjectAt));
      return;
    }
    const stop = this.#waiting.at(-1);
    if (this.#migrate === null) {
      const isBroken = stop?.kind === 'broken' || stop?.kind === 'cutOff';
      if (this.#format === FORMAT) yield this.#refuse({ code: 'noVersion' });
      else yield this.#refuse(this.#notOurs(isBroken ? stop.line : null));
    } else if (!this.#hasRows) yield this.#refuse({ code: 'noPapers' });
  }

  *#readMember(name: string, text: string | null): Generator<Decoded, void, void> {
    if (name === 'format') this.#format = parseJson(text ?? '');
    else if (name === 'version') this.#version = parseJson(text ?? '');
    else return;
    if (this.#migrate !== null || this.#format !== FORMAT || this.#version === undefined) return;
    if (typeof this.#version !== 'number' || !Number.isInteger(this.#version)) {
      yield this.#refuse({ code: 'noVersion' });
    } else if (this.#version > VERSION) {
      yield this.#refuse({ code: 'newer', version: this.#version });
    } else {
      this.#migrate = migrationFrom(this.#version);
      if (this.#migrate === null) yield this.#refuse({ code: 'noVersion' });
      else for (const piece of this.#waiting) yield* this.#readPiece(piece, this.#migrate);
      this.#waiting = [];
    }
  }

  *#readPiece(piece: Scanned, migrate: Migration): Generator<Decoded, void, void> {
    if (piece.kind === 'cutOff') {
      yield { kind: 'broken', problem: { code: 'cutOff', after: piece.after } };
    } else if (piece.kind === 'broken') {
      yield { kind: 'broken', problem: { code: 'broken', after: piece.after, line: piece.line } };
    } else if (piece.kind === 'oddRow') {
      yield { kind: 'unreadable', row: piece.row, line: piece.line, reason: { code: piece.code } };
    } else if (piece.kind === 'member') {
      if (isSettingsList(piece.name)) yield* readSettings(piece.name, piece.text);
    } else if (piece.kind === 'row') {
      yield readText(piece, migrate, this.#at);
    }
  }

  #refuse(problem: Refusal): Decoded {
    this.#over = true;
    return { kind: 'refused', problem };
  }

  /** A file that never said that it is ours. `brokenAt` is the line where it stops being JSON. */
  #notOurs(brokenAt: number | null): Refusal {
    if (this.#beginning === '') return { code: 'emptyFile' };
    const isJson = brokenAt === null || this.#beginning.startsWith('[');
    return isJson ? { code: 'foreign', looksLike: null } : { code: 'notJson', line: brokenAt };
  }
}

function readText(
  { row, line, text }: { row: number; line: number; text: string },
  migrate: Migration,
  at: string,
): Decoded {
  const value = parseJson(text);
  if (value === undefined) return { kind: 'unreadable', row, line, reason: { code: 'notJson' } };
  if (isDeeper(value, ROW_LIMITS.depth)) {
    return { kind: 'unreadable', row, line, reason: { code: 'tooDeep' } };
  }
  const record = migrate(value);
  const read = readRow(record, at);
  if (read.ok)
    return { kind: 'bookmark', row, line, bookmark: read.bookmark, leftOut: read.leftOut };
  return { kind: 'unreadable', row, line, ...nameOf(record), reason: read.reason };
}

/** What tells a person which row it is. */
function nameOf(record: unknown): { id?: string; title?: string } {
  if (typeof record !== 'object' || record === null) return {};
  const shown = Object.entries(record).filter(
    ([name, value]) => (name === 'id' || name === 'title') && typeof value === 'string',
  );
  return Object.fromEntries(shown.map(([name, value]) => [name, String(value).slice(0, 300)]));
}
