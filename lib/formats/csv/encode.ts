import type { Writer } from '../writing';

/** Begins a file. */
export function beginCsv(): Writer {
  return { head: () => '', records: () => '', tail: () => '' };
}
