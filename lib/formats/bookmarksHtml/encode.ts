import type { Writer } from '../writing';

/** Begins a file. */
export function beginBookmarksHtml(): Writer {
  return { head: () => '', records: () => '', tail: () => '' };
}
