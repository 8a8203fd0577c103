import type { Writer } from '../writing';

/** Begins a file. */
export function beginLinks(): Writer {
  return { head: () => '', records: () => '', tail: () => '' };
}
