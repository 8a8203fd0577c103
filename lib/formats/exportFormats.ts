import type { BeginWriting } from './writer';

/** Formats that a library can be written in. */
export type ExportFormatId =
  | 'json'
  | 'bibtex'
  | 'biblatex'
  | 'ris'
  | 'csl-json'
  | 'markdown'
  | 'markdown-notes'
  | 'csv'
  | 'bookmarks-html'
  | 'links';

/** One format: how its files are named, and its code, which no page loads before it is asked for. */
export interface ExportFormat {
  /** Without a dot. */
  extension: string;
  mediaType: string;
  load(): Promise<BeginWriting>;
}

/** Every format, in the order in which they are offered. */
export const EXPORT_FORMATS: Readonly<Record<ExportFormatId, ExportFormat>> = {
  json: {
    extension: 'json',
    mediaType: 'application/json',
    load: async () => (await import('./json/encode')).libraryEncoder,
  },
  bibtex: {
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    load: async () => (await import('./bibtex/encode')).beginBibtex,
  },
  biblatex: {
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    load: async () => (await import('./bibtex/encode')).beginBiblatex,
  },
  ris: {
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    load: async () => (await import('./ris/encode')).beginRis,
  },
  'csl-json': {
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    load: async () => (await import('./csl/encode')).beginCslJson,
  },
  markdown: {
    extension: 'md',
    mediaType: 'text/markdown',
    load: async () => (await import('./markdown/encode')).beginMarkdown,
  },
  'markdown-notes': {
    extension: 'zip',
    mediaType: 'application/zip',
    load: async () => (await import('./notes/encode')).beginMarkdownNotes,
  },
  csv: {
    extension: 'csv',
    mediaType: 'text/csv',
    load: async () => (await import('./csv/encode')).beginCsv,
  },
  'bookmarks-html': {
    extension: 'html',
    mediaType: 'text/html',
    load: async () => (await import('./bookmarksHtml/encode')).beginBookmarksHtml,
  },
  links: {
    extension: 'txt',
    mediaType: 'text/plain',
    load: async () => (await import('./links/encode')).beginLinks,
  },
};

/** The formats' ids, in that order. */
export const EXPORT_FORMAT_IDS = Object.keys(EXPORT_FORMATS).filter(isExportFormatId);

/** Whether a value names a format. */
export function isExportFormatId(value: string): value is ExportFormatId {
  return Object.hasOwn(EXPORT_FORMATS, value);
}
