import type { ExportFormatId } from '../../lib/formats/exportFormats';
import type { TextKey } from '../../lib/text/text';

/** What a format is called, whom it is for, and what it keeps of a bookmark and what not. */
export interface FormatTexts {
  name: TextKey;
  purpose: TextKey;
  keeps: TextKey;
}

/** All formats in words. */
export const FORMAT_TEXTS: Record<ExportFormatId, FormatTexts> = {
  json: { name: 'formatJson', purpose: 'formatJsonFor', keeps: 'formatJsonKeeps' },
  bibtex: { name: 'formatBibtex', purpose: 'formatBibtexFor', keeps: 'formatBibtexKeeps' },
  biblatex: { name: 'formatBiblatex', purpose: 'formatBiblatexFor', keeps: 'formatBibtexKeeps' },
  ris: { name: 'formatRis', purpose: 'formatRisFor', keeps: 'formatRisKeeps' },
  'csl-json': { name: 'formatCsl', purpose: 'formatCslFor', keeps: 'formatCslKeeps' },
  markdown: { name: 'formatMarkdown', purpose: 'formatMarkdownFor', keeps: 'formatMarkdownKeeps' },
  'markdown-notes': { name: 'formatNotes', purpose: 'formatNotesFor', keeps: 'formatNotesKeeps' },
  csv: { name: 'formatCsv', purpose: 'formatCsvFor', keeps: 'formatCsvKeeps' },
  'bookmarks-html': { name: 'formatHtml', purpose: 'formatHtmlFor', keeps: 'formatHtmlKeeps' },
  links: { name: 'formatLinks', purpose: 'formatLinksFor', keeps: 'formatLinksKeeps' },
};
