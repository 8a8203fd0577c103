import { paperLinks } from '../papers/ids';
import type { Paper } from '../papers/paper';

/** What one paper can be copied as. */
export const COPY_STYLES = ['bibtex', 'markdown', 'citation', 'link'] as const;
export type CopyStyle = (typeof COPY_STYLES)[number];

/** The text to put on the clipboard for one paper. */
export function copyAs(paper: Paper, as: CopyStyle): string {
  const { page } = paperLinks(paper.id);
  switch (as) {
    case 'bibtex':
      return '';
    case 'markdown':
      return `[${paper.title}](${page})`;
    case 'citation':
      return '';
    case 'link':
      return page;
  }
}
