import type { Writer } from '../writing';

/** Begins a file. */
export function beginCslJson(): Writer {
  return { head: () => '', records: () => '', tail: () => '' };
}
