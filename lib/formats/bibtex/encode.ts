import type { Writer } from '../writer';
import { bibEntry, type Dialect } from './entry';
import { uniqueKeys } from './key';

/** Begins a BibTeX file. */
export function beginBibtex(): Writer {
  return writer('bibtex');
}

/** Begins a BibLaTeX file. */
export function beginBiblatex(): Writer {
  return writer('biblatex');
}

function writer(dialect: Dialect): Writer {
  const unique = uniqueKeys();
  return {
    head: () => '',
    records: (batch) =>
      batch
        .map(({ paper, annotation }) => `${bibEntry(paper, dialect, unique, annotation)}\n`)
        .join(''),
    tail: () => '',
  };
}
