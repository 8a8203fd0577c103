import type { Writer } from '../writing';

/** Begins a file. */
export function beginMarkdownNotes(): Writer {
  return { head: () => '', records: () => '', tail: () => '' };
}
