import * as z from 'zod/mini';
import { type Dot, isDot } from './dots';

// Files are JSON, one record a line, so that `zcat` shows them. Each begins with a line that says what it is.

/** The newest version of the files that this code reads. */
export const VERSION = 1;

/** The name of a batch. */
export const dotSchema = z.custom<Dot>(isDot, 'not the name of a batch');

/** The number of a batch in the list at the head of its file. */
export const placeSchema = z.int().check(z.nonnegative());

/** What is at the head of a file. */
export function headSchema<Kind extends string>(kind: Kind) {
  return { asterism: z.literal(kind), v: z.literal(VERSION) };
}

/** Values as lines. */
export function writeLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

/** The values of lines; undefined for a line that is not JSON. */
export function readLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(parsed);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Names of batches, each written once at the head of a file and by its place after that. */
export class DotList {
  readonly dots: Dot[] = [];
  readonly #places = new Map<Dot, number>();

  placeOf(dot: Dot): number {
    const known = this.#places.get(dot);
    if (known !== undefined) return known;
    this.#places.set(dot, this.dots.length);
    return this.dots.push(dot) - 1;
  }
}
