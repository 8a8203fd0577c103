import type { TextKey } from './text';

/** What a paper can be copied as, in words and in the order in which it is offered. */
export const COPY_NAMES = {
  bibtex: 'copyBibtex',
  markdown: 'copyMarkdown',
  citation: 'copyCitation',
  link: 'copyLink',
} as const satisfies Record<string, TextKey>;
