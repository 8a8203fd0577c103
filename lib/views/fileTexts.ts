import type { FileFormat } from '../formats/detect';
import { type TextKey, text } from '../text/text';
import { breakText, refusalText } from './importTexts';
import type { ReadFile } from './readingAll';

/** What each file was recognised as. */
export function readTexts(files: readonly ReadFile[]): string[] {
  return files.flatMap(({ name, format }) => {
    if (format === null) return [];
    return files.length === 1
      ? text('importReadAs', text(FORMATS[format]))
      : text('importFileReadAs', name, text(FORMATS[format]));
  });
}

/** Why some of several files, or the ends of some, do not come in. */
export function warningTexts(files: readonly ReadFile[]): string[] {
  return files.flatMap(({ name, refused, break: problem }) => {
    const warning =
      refused === null ? breakText({ break: problem }) : refusalText({ problem: refused });
    if (warning === null) return [];
    return files.length === 1 ? warning : text('importFileSays', name, warning);
  });
}

const FORMATS: Record<FileFormat, TextKey> = {
  asterism: 'importAsAsterism',
  paperMemory: 'importAsPaperMemory',
  list: 'importAsList',
  item: 'importAsItem',
  bibtex: 'importAsBibtex',
  ris: 'importAsRis',
  csv: 'importAsCsv',
  bookmarksHtml: 'importAsBookmarks',
  text: 'importAsText',
};
