import type { CopyStyle } from '../papers/copyStyle';
import { paperLinks } from '../papers/ids';
import type { Paper } from '../papers/paper';
import { bibEntry } from './bibtex/entry';
import { apaCitation } from './citation/apa';
import { escapeMarkdown } from './markdown/escape';
import { plainLine } from './plainText';

/** The text to put on the clipboard for one paper: an entry, a Markdown link, a line of references (APA), an address. */
export function copyAs(paper: Paper, as: CopyStyle): string {
  const { page } = paperLinks(paper.id);
  switch (as) {
    case 'bibtex':
      return bibEntry(paper, 'bibtex');
    case 'markdown':
      return `[${escapeMarkdown(plainLine(paper.title))}](${page})`;
    case 'citation':
      return apaCitation(paper);
    case 'link':
      return page;
  }
}
