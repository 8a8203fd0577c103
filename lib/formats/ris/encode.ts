import type { Writer } from '../writing';

/** Begins a file. */
export function beginRis(): Writer {
  return { head: () => '', records: () => '', tail: () => '' };
}
