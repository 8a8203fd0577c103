import type { Writer } from '../writing';

/** Begins a file. */
export function beginMarkdown(): Writer {
  return { head: () => '', records: () => '', tail: () => '' };
}
