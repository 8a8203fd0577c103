import type { FileFormat } from '../formats/detect';
import { type TextKey, text } from '../text/text';
import { breakText, refusalText } from './importTexts';
import type { ReadFile } from './readFiles';

/** Files of one kind that are named one by one. */
const NAMED = 3;

/** What the files were recognised as: those of one kind together. */
export function readTexts(files: readonly ReadFile[]): string[] {
  const kinds = together(files, ({ format }) => format && text(FORMATS[format]));
  return [...kinds].map(([kind, names]) =>
    files.length === 1
      ? text('importReadAs', kind)
      : text('importFileReadAs', namesText(names), kind),
  );
}

/** Why some of several files, or the ends of some, do not come in: those of one reason together. */
export function warningTexts(files: readonly ReadFile[]): string[] {
  const reasons = together(files, ({ refused, break: problem }) =>
    refused === null ? breakText({ break: problem }) : refusalText({ problem: refused }),
  );
  return [...reasons].map(([reason, names]) =>
    files.length === 1 ? reason : text('importFileSays', namesText(names), reason),
  );
}

/** The names of files by what is to be said about them. */
function together(
  files: readonly ReadFile[],
  said: (file: ReadFile) => string | null,
): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const file of files) {
    const what = said(file);
    if (what !== null) names.set(what, [...(names.get(what) ?? []), file.name]);
  }
  return names;
}

function namesText(names: readonly string[]): string {
  if (names.length <= NAMED + 1) return names.join(', ');
  return text('importFileNames', names.slice(0, NAMED).join(', '), names.length - NAMED);
}

const FORMATS: Record<FileFormat, TextKey> = {
  asterism: 'importAsAsterism',
  paperMemory: 'importAsPaperMemory',
  list: 'importAsList',
  item: 'importAsItem',
  listWithin: 'importAsList',
  zotero: 'importAsZotero',
  anyJson: 'importAsAnyJson',
  bibtex: 'importAsBibtex',
  ris: 'importAsRis',
  endnote: 'importAsEndnote',
  csv: 'importAsCsv',
  bookmarksHtml: 'importAsBookmarks',
  note: 'importAsNote',
  text: 'importAsText',
};
