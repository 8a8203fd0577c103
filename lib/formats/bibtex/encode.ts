import type { Writer } from '../writing';

/** Begins a file. */
export function beginBibtex(): Writer {
  return { head: () => '', records: () => '', tail: () => '' };
}
/** Begins a file. */
export function beginBiblatex(): Writer {
  return { head: () => '', records: () => '', tail: () => '' };
}
