import { paperLinks } from '../papers/ids';
import type { Paper } from '../papers/paper';
import { bibEntry } from './bibtex/entry';
import { apaCitation } from './citation/apa';
import { escapeMarkdown } from './markdown/escape';
import { oneLine } from './plain';

/** What one paper can be copied as. */
export const COPY_STYLES = ['bibtex', 'markdown', 'citation', 'link'] as const;
export type CopyStyle = (typeof COPY_STYLES)[number];

/** The text to put on the clipboard for one paper: an entry, a Markdown link, a line of references (APA), an address. */
export function copyAs(paper: Paper, as: CopyStyle): string {
  const { page } = paperLinks(paper.id);
  switch (as) {
    case 'bibtex':
      return bibEntry(paper, 'bibtex');
    case 'markdown':
      return `[${escapeMarkdown(oneLine(paper.title))}](${page})`;
    case 'citation':
      return apaCitation(paper);
    case 'link':
      return page;
  }
}
